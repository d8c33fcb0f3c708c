package io.heddle.topology.draw;

import io.heddle.model.fabric.Fabric;
import io.heddle.model.fabric.Switch;
import io.heddle.model.fabric.SwitchRole;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Puts columns under the spines of their group. */
final class Sections {

    private Sections() {}

    /** One section for each group that has spines; one in all if the spines are of one group or of none. */
    static List<Section> of(Fabric fabric, List<Column> columns) {
        Map<Integer, List<Switch>> spines = new LinkedHashMap<>();
        for (Switch each : fabric.switches()) {
            if (each.role() == SwitchRole.SPINE) {
                spines.computeIfAbsent(each.group().orElse(-1), key -> new ArrayList<>())
                        .add(each);
            }
        }
        if (spines.size() <= 1) {
            return List.of(new Section(
                    "", spines.values().stream().flatMap(List::stream).toList(), columns));
        }
        Integer first = spines.keySet().iterator().next();
        Map<Integer, List<Column>> below = new LinkedHashMap<>();
        for (Column each : columns) {
            Integer group = each.leafs().isEmpty()
                    ? first
                    : Integer.valueOf(each.leafs().getFirst().group().orElse(first));
            below.computeIfAbsent(spines.containsKey(group) ? group : first, key -> new ArrayList<>())
                    .add(each);
        }
        List<Section> sections = new ArrayList<>();
        spines.forEach((group, list) ->
                sections.add(new Section("group " + (group + 1), list, below.getOrDefault(group, List.of()))));
        return sections;
    }
}
