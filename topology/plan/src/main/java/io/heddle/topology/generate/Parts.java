package io.heddle.topology.generate;

import io.heddle.model.fabric.DeviceName;
import io.heddle.model.fabric.Fabric;
import io.heddle.model.fabric.Link;
import io.heddle.model.fabric.ProfileRef;
import io.heddle.model.fabric.RackName;
import io.heddle.model.fabric.Switch;
import io.heddle.model.fabric.SwitchRole;
import io.heddle.model.net.Bandwidth;
import io.heddle.topology.fault.Faults;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** Switches being cabled, until their ports are all known. Single-threaded. */
final class Parts {

    private record Draft(
            PortBook book, SwitchRole role, Optional<RackName> rack, OptionalInt plane, OptionalInt group) {}

    private final PortLists lists;
    private final Map<ProfileRef, PortShape> shapes = new HashMap<>();
    private final List<Draft> drafts = new ArrayList<>();
    final List<Link> links = new ArrayList<>();

    Parts(PortLists lists) {
        this.lists = lists;
    }

    PortBook add(
            String name,
            SwitchRole role,
            ProfileRef profile,
            Optional<RackName> rack,
            OptionalInt plane,
            OptionalInt group) {
        PortBook book =
                new PortBook(DeviceName.of(name), shapes.computeIfAbsent(profile, each -> new PortShape(each, lists)));
        drafts.add(new Draft(book, role, rack, plane, group));
        return book;
    }

    /** {@code count} cables from {@code lower} up to {@code upper}. */
    void cable(PortBook lower, PortBook upper, int count, Bandwidth speed) {
        for (int i = 0; i < count; i++) {
            links.add(new Link(lower.up(speed), upper.down(speed)));
        }
    }

    /** {@code count} cables between two of one tier. */
    List<Link> peer(PortBook one, PortBook other, int count, Bandwidth speed) {
        List<Link> made = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            made.add(new Link(one.up(speed), other.up(speed)));
        }
        links.addAll(made);
        return made;
    }

    void into(Fabric.Builder fabric, Faults faults) {
        for (Draft each : drafts) {
            each.book.report(faults);
            fabric.add(new Switch(
                    each.book.device(),
                    each.role,
                    each.book.profile(),
                    each.rack,
                    each.plane,
                    each.group,
                    each.book.ports()));
        }
        links.forEach(fabric::add);
    }
}
