package io.heddle.topology.draw;

import io.heddle.model.fabric.DeviceName;
import io.heddle.model.fabric.Fabric;
import io.heddle.model.fabric.Link;
import io.heddle.model.fabric.Switch;
import io.heddle.model.fabric.SwitchRole;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Puts columns under the spines that they are cabled to. */
final class Sections {

    private final Map<Integer, List<Switch>> spines = new LinkedHashMap<>();
    private final Map<DeviceName, Integer> groupOf = new HashMap<>();
    private final Map<DeviceName, Set<Integer>> groupsAbove = new HashMap<>();

    private Sections(Fabric fabric) {
        for (Switch each : fabric.switches()) {
            if (each.role() == SwitchRole.SPINE) {
                int group = each.group().orElse(-1);
                groupOf.put(each.name(), group);
                spines.computeIfAbsent(group, key -> new ArrayList<>()).add(each);
            }
        }
        for (Link link : fabric.links()) {
            addCable(link.a().device(), link.b().device());
            addCable(link.b().device(), link.a().device());
        }
    }

    private void addCable(DeviceName spine, DeviceName other) {
        Integer group = groupOf.get(spine);
        if (group != null) {
            groupsAbove.computeIfAbsent(other, key -> new TreeSet<>()).add(group);
        }
    }

    /** One section for each group of spines, if every column is cabled to spines of one group alone; else one in all. */
    static List<Section> of(Fabric fabric, List<Column> columns) {
        return new Sections(fabric).list(columns);
    }

    private List<Section> list(List<Column> columns) {
        if (spines.size() <= 1
                || columns.stream().anyMatch(each -> groupsAbove(each).size() > 1)) {
            return List.of(
                    new Section(spines.values().stream().flatMap(List::stream).toList(), columns));
        }
        Integer last = List.copyOf(spines.keySet()).getLast();
        Map<Integer, List<Column>> below = new HashMap<>();
        for (Column each : columns) {
            Integer group = groupsAbove(each).stream().findFirst().orElse(last);
            below.computeIfAbsent(group, key -> new ArrayList<>()).add(each);
        }
        List<Section> sections = new ArrayList<>();
        spines.forEach((group, list) -> sections.add(new Section(list, below.getOrDefault(group, List.of()))));
        return sections;
    }

    private Set<Integer> groupsAbove(Column column) {
        Set<Integer> groups = new TreeSet<>();
        column.leafs().forEach(each -> groups.addAll(groupsAbove.getOrDefault(each.name(), Set.of())));
        return groups;
    }
}
