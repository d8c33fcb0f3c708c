package io.heddle.scenarios.text;

import io.heddle.model.fabric.Fabric;
import io.heddle.model.fabric.Node;
import io.heddle.model.fabric.Switch;
import io.heddle.scenarios.result.CaseResult;
import io.heddle.scenarios.wording.Numbers;
import io.heddle.topology.check.Finding;
import io.heddle.topology.check.Oversubscription;
import io.heddle.topology.check.TierLoad;
import io.heddle.topology.loss.LossText;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A fabric's parts, bandwidth, faults and losses, for a person at a terminal. */
public final class TopologyText {

    private TopologyText() {}

    public static String of(CaseResult result, Style style) {
        Fabric fabric = result.fabric();
        StringBuilder out = new StringBuilder(style.bold(result.given().name())).append("\n\n");
        Columns parts = Columns.of("lrl");
        Map<String, Integer> switches = new TreeMap<>();
        for (Switch each : fabric.switches()) {
            switches.merge(each.role() + "\u0000" + each.profile(), 1, Integer::sum);
        }
        switches.forEach((key, count) -> parts.row(
                key.substring(0, key.indexOf('\u0000')), Numbers.of(count), key.substring(key.indexOf('\u0000') + 1)));
        Map<String, Integer> nodes = new TreeMap<>();
        for (Node each : fabric.nodes()) {
            nodes.merge(each.kind(), 1, Integer::sum);
        }
        nodes.forEach((kind, count) -> parts.row("node " + kind, Numbers.of(count), ""));
        parts.row("cable", Numbers.of(fabric.links().size()), "");
        parts.write(out, "  ", style);

        List<TierLoad> loads = Oversubscription.of(fabric);
        if (!loads.isEmpty()) {
            out.append('\n').append(style.bold("Oversubscription")).append('\n');
            oversubscription(loads).forEach((each, count) -> out.append("  ")
                    .append(Numbers.of(count))
                    .append(" x ")
                    .append(each)
                    .append('\n'));
        }
        out.append('\n').append(style.bold("Loss of any single part")).append('\n');
        LossText.lines(result.losses())
                .forEach(each -> out.append("  ").append(each).append('\n'));
        out.append('\n').append(style.bold("Findings")).append('\n');
        if (result.findings().isEmpty()) {
            out.append("  none\n");
        }
        for (Finding each : result.findings()) {
            out.append("  ").append(each).append('\n');
        }
        return out.toString();
    }

    /** Switches of one role that are loaded alike, and how many they are. */
    private static Map<String, Integer> oversubscription(List<TierLoad> loads) {
        Map<String, Integer> alike = new LinkedHashMap<>();
        for (TierLoad each : loads) {
            String load = each.role() + ": " + each.down() + " down, " + each.up() + " up, " + each.ratioText();
            alike.merge(load, 1, Integer::sum);
        }
        return alike;
    }
}
