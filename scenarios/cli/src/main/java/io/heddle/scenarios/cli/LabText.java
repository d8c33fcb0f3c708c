package io.heddle.scenarios.cli;

import io.heddle.lab.diff.Difference;
import io.heddle.lab.diff.EntryTable;
import io.heddle.lab.diff.Fidelity;
import io.heddle.lab.diff.KnownExclusions;
import io.heddle.lab.diff.Peculiarity;
import io.heddle.lab.layout.Substitution;
import io.heddle.lab.run.LabPlan;
import io.heddle.lab.run.PingMatrix;
import java.util.Map;
import java.util.stream.Collectors;

/** What {@code heddle lab} says. */
final class LabText {

    private static final int PAIRS_SHOWN = 10;

    private LabText() {}

    static String plan(LabPlan plan) {
        StringBuilder text = new StringBuilder();
        text.append("lab ")
                .append(plan.layout().lab())
                .append(": ")
                .append(plan.config().switches().size())
                .append(" switches, ")
                .append(plan.config().nodes().size())
                .append(" nodes, ")
                .append(plan.layout().hosts().size())
                .append(" interfaces of nodes and pods that speak; ")
                .append(plan.layout().routers().size())
                .append(" routers run FRR; ")
                .append(plan.layout().spaces().size())
                .append(" namespaces, ")
                .append(plan.layout().plugs().size())
                .append(" links and bridges\n");
        if (!plan.layout().substitutions().isEmpty()) {
            text.append("substituted, since this kernel lacks it:\n");
            for (Substitution each : plan.layout().substitutions()) {
                text.append("  ").append(each.text()).append('\n');
            }
        }
        plan.gaps().forEach(each -> text.append("rendering: ").append(each).append('\n'));
        return text.toString();
    }

    static String pings(PingMatrix pings) {
        if (pings.unanswered().isEmpty()) {
            return pings.asked() == 0 ? "no two hosts to ping each other" : pings.asked() + " pings, all answered";
        }
        String more = pings.unanswered().size() > PAIRS_SHOWN ? "\n          ..." : "";
        return pings.unanswered().size() + " of " + pings.asked() + " pings unanswered:\n          "
                + pings.unanswered().stream()
                        .limit(PAIRS_SHOWN)
                        .map(PingMatrix.Pair::toString)
                        .collect(Collectors.joining("\n          "))
                + more;
    }

    static String fidelity(Fidelity fidelity) {
        StringBuilder text = new StringBuilder();
        for (Difference each : fidelity.differences()) {
            text.append(each).append('\n');
        }
        text.append(fidelity.differences().size())
                .append(" differences in ")
                .append(fidelity.total())
                .append(" entries compared (");
        text.append(fidelity.compared().entrySet().stream().map(LabText::count).collect(Collectors.joining(", ")));
        text.append(")\n");
        KnownExclusions known = KnownExclusions.read();
        for (Map.Entry<Peculiarity, Integer> each : fidelity.excluded().entrySet()) {
            text.append("excluded ")
                    .append(each.getValue())
                    .append(": ")
                    .append(each.getKey())
                    .append(", ")
                    .append(known.reason(each.getKey()))
                    .append('\n');
        }
        return text.toString();
    }

    private static String count(Map.Entry<EntryTable, Integer> each) {
        return each.getKey() + " " + each.getValue();
    }
}
