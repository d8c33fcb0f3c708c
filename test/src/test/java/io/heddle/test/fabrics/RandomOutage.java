package io.heddle.test.fabrics;

import io.heddle.model.fabric.DeviceName;
import io.heddle.model.fabric.Outage;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/** Dead devices and cut cables; nothing in a third of the cases. */
final class RandomOutage {

    private RandomOutage() {}

    static Outage of(Draft draft) {
        Dice dice = draft.dice;
        if (dice.chance(0.33)) {
            return Outage.NONE;
        }
        List<String> devices = new ArrayList<>(draft.switches());
        devices.addAll(draft.nodes);
        devices.addAll(draft.exits);
        List<DeviceName> dead = dice.some(devices, dice.between(0, 2)).stream()
                .map(DeviceName::of)
                .toList();
        return new Outage(new HashSet<>(dead), new HashSet<>(dice.some(draft.links, dice.between(0, 3))));
    }
}
