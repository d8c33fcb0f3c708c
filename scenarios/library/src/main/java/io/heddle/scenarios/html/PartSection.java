package io.heddle.scenarios.html;

import io.heddle.model.fabric.Fabric;
import io.heddle.model.fabric.Node;
import io.heddle.model.fabric.Switch;
import io.heddle.scenarios.wording.Numbers;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Switches and nodes by kind, counted. */
final class PartSection {

    private PartSection() {}

    static void write(Html html, Fabric fabric) {
        Names names = Names.of(fabric);
        Map<List<String>, List<String>> parts = new LinkedHashMap<>();
        for (Switch each : fabric.switches()) {
            add(
                    parts,
                    each.role().toString(),
                    each.profile().toString(),
                    each.name().toString());
        }
        for (Node each : fabric.nodes()) {
            add(parts, "node, " + each.kind(), gpus(each), each.name().toString());
        }
        html.open("section").element("h3", "What it is made of");
        Grid grid = Grid.open(html, "parts", List.of("Part", "Count#", "Device", "Names"));
        parts.forEach((kind, list) -> grid.row(Mark.PLAIN)
                .cell(kind.getFirst())
                .cell(Numbers.of(list.size()))
                .cell(kind.getLast())
                .cell(names.some(list))
                .endRow());
        grid.close();
        html.close("section");
    }

    private static void add(Map<List<String>, List<String>> parts, String kind, String device, String name) {
        parts.computeIfAbsent(List.of(kind, device), _ -> new ArrayList<>()).add(name);
    }

    private static String gpus(Node node) {
        return node.gpus() == 0 ? "" : Numbers.of(node.gpus()) + (node.gpus() == 1 ? " GPU" : " GPUs");
    }
}
