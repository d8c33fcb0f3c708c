package io.heddle.test.fabrics;

import io.heddle.model.fabric.DeviceName;
import io.heddle.model.fabric.Fabric;
import io.heddle.model.fabric.Link;
import io.heddle.model.fabric.Outage;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;

/** Dead devices and cut cables; nothing in a third of the cases. */
final class RandomOutage {

    private RandomOutage() {}

    static Outage of(Draft draft) {
        List<DeviceName> devices = Stream.of(draft.switches(), draft.nodes, draft.exits)
                .flatMap(List::stream)
                .map(DeviceName::of)
                .toList();
        return of(devices, draft.links, draft.dice);
    }

    static Outage of(Fabric fabric, Dice dice) {
        List<DeviceName> devices = new ArrayList<>();
        fabric.switches().forEach(each -> devices.add(each.name()));
        fabric.nodes().forEach(each -> devices.add(each.name()));
        fabric.exits().forEach(each -> devices.add(each.router()));
        return of(devices, fabric.links(), dice);
    }

    private static Outage of(List<DeviceName> devices, List<Link> links, Dice dice) {
        if (dice.chance(0.33)) {
            return Outage.NONE;
        }
        return new Outage(
                new HashSet<>(dice.some(devices, dice.between(0, 2))),
                new HashSet<>(dice.some(links, dice.between(0, 3))));
    }
}
