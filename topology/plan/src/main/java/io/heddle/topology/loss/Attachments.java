package io.heddle.topology.loss;

import io.heddle.model.fabric.DeviceName;
import io.heddle.model.fabric.Link;
import io.heddle.model.fabric.Outage;
import io.heddle.topology.graph.Access;
import io.heddle.topology.graph.Components;
import io.heddle.topology.graph.Member;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** To which components of the switches each member of a view is attached. Members go by their index. */
final class Attachments {

    private final List<Member> members;
    private final List<List<Integer>> whole = new ArrayList<>();
    private final Map<Link, Integer> byCable = new HashMap<>();
    private final Map<DeviceName, List<Integer>> bySwitch = new HashMap<>();
    private final Map<DeviceName, Integer> byName = new HashMap<>();
    private final Map<Set<DeviceName>, List<Integer>> bySeat = new LinkedHashMap<>();

    Attachments(List<Member> members, Components components) {
        this.members = members;
        for (int index = 0; index < members.size(); index++) {
            byName.put(members.get(index).device(), index);
            Set<DeviceName> seat = new TreeSet<>();
            for (Access access : members.get(index).accesses()) {
                byCable.put(access.link(), index);
                bySwitch.computeIfAbsent(access.to(), each -> new ArrayList<>()).add(index);
                seat.add(access.to());
            }
            bySeat.computeIfAbsent(seat, each -> new ArrayList<>()).add(index);
            whole.add(after(index, Outage.NONE, components));
        }
    }

    int size() {
        return members.size();
    }

    DeviceName device(int index) {
        return members.get(index).device();
    }

    /** Component numbers before anything is removed, ascending. */
    List<Integer> before(int index) {
        return whole.get(index);
    }

    /** Component numbers of what is left, ascending; none for a member without living cable. */
    List<Integer> after(int index, Outage outage, Components left) {
        Set<Integer> numbers = new TreeSet<>();
        for (Access access : members.get(index).accesses()) {
            if (outage.isUp(access.link())) {
                left.of(access.to()).ifPresent(numbers::add);
            }
        }
        return List.copyOf(numbers);
    }

    /** Members cabled to the same switches, together; while their own cables are whole they fare alike. */
    Collection<List<Integer>> seats() {
        return bySeat.values();
    }

    /** Members with a cable that the outage takes, ascending; the removed ones themselves not. */
    Set<Integer> touchedBy(Outage outage) {
        Set<Integer> touched = new TreeSet<>();
        outage.devices().forEach(each -> touched.addAll(bySwitch.getOrDefault(each, List.of())));
        for (Link link : outage.links()) {
            Integer index = byCable.get(link);
            if (index != null) {
                touched.add(index);
            }
        }
        touched.removeAll(removedBy(outage));
        return touched;
    }

    /** Members that the outage removes. */
    Set<Integer> removedBy(Outage outage) {
        Set<Integer> removed = new TreeSet<>();
        for (DeviceName each : outage.devices()) {
            Integer index = byName.get(each);
            if (index != null) {
                removed.add(index);
            }
        }
        return removed;
    }
}
