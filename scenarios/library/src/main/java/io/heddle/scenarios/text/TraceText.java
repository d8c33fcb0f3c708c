package io.heddle.scenarios.text;

import io.heddle.model.config.NetworkConfig;
import io.heddle.model.config.NodeProgram;
import io.heddle.model.fabric.DeviceName;
import io.heddle.model.fabric.Link;
import io.heddle.model.fabric.PortRef;
import io.heddle.scenarios.wording.Numbers;
import io.heddle.simulator.walk.Arrival;
import io.heddle.simulator.walk.Flow;
import io.heddle.simulator.walk.FlowHash;
import io.heddle.simulator.walk.Leg;
import io.heddle.simulator.walk.PathMtu;
import io.heddle.simulator.walk.Stages;
import io.heddle.simulator.walk.Step;
import io.heddle.simulator.walk.Walk;
import java.util.List;
import java.util.Optional;

/** A packet's way, for a person at a terminal: the verdict, one flow's hops, every device on the way, and the MTU. */
public final class TraceText {

    /** Devices of a stage that are named; the rest are counted. */
    private static final int NAMED = 8;

    private TraceText() {}

    /**
     * What is told.
     *
     * @param flow the flow that is followed under {@code hash}
     * @param mtu of the tightest cable, if any is crossed
     * @param translation what nodes make of the source
     */
    public record Trace(
            DeviceName from,
            DeviceName to,
            Walk walk,
            Flow flow,
            FlowHash hash,
            Optional<PathMtu.Tightest> mtu,
            TracedTranslation translation) {}

    public static String of(Trace trace, NetworkConfig config, Style style) {
        StringBuilder out = new StringBuilder();
        verdict(trace, out, style);
        out.append("\nThe flow ")
                .append(trace.flow())
                .append(", if devices hash by ")
                .append(trace.hash())
                .append('\n');
        hops(trace, out, style);
        List<List<DeviceName>> stages = Stages.of(trace.walk());
        if (stages.size() > 1) {
            out.append("\nEvery device on the way, cable by cable\n");
            stages(stages, out, style);
        }
        mtu(trace, config, out, style);
        Walk.Hop first = trace.walk().pick(trace.hash(), trace.flow()).getFirst();
        Paragraph.write(out, "", trace.translation().told(first), Paragraph.NARROW);
        return out.toString();
    }

    private static void verdict(Trace trace, StringBuilder out, Style style) {
        Walk.End worst = trace.walk().worst();
        boolean good = worst.arrival() == Arrival.ARRIVES;
        String paths = Numbers.counted(trace.walk().paths().longValueExact(), "path");
        out.append(style.bold(trace.from() + " " + trace.flow().from() + " to " + trace.to() + " "
                        + trace.flow().to()))
                .append(": ")
                .append(
                        good
                                ? style.good("arrives") + " over " + paths
                                : style.bad("DOES NOT ARRIVE on every path") + ", of " + paths)
                .append('\n');
        if (!good) {
            for (Walk.End each : trace.walk().ends()) {
                if (each.arrival() != Arrival.ARRIVES) {
                    out.append("  ")
                            .append(style.bad(each.arrival().toString()))
                            .append(" at ")
                            .append(each.where())
                            .append('\n');
                }
            }
        }
    }

    private static void hops(Trace trace, StringBuilder out, Style style) {
        Columns rows = Columns.of("rlll");
        int number = 0;
        for (Walk.Hop hop : trace.walk().pick(trace.hash(), trace.flow())) {
            number++;
            Step step = hop.step();
            rows.row(
                    step instanceof Step.Ended ended && ended.arrival() != Arrival.ARRIVES
                            ? Columns.Kind.BAD
                            : Columns.Kind.PLAIN,
                    Integer.toString(number),
                    step.at().device().value(),
                    step.reason(),
                    hop.taken().map(leg -> way(step, leg)).orElse(""));
            if (number == 1) {
                trace.translation()
                        .step(hop)
                        .ifPresent(each -> rows.row("", step.at().device().value(), each, ""));
            }
        }
        rows.write(out, "  ", style);
    }

    private static String way(Step step, Leg leg) {
        String choice = step instanceof Step.Sent sent && sent.legs().size() > 1
                ? (sent.legs().indexOf(leg) + 1) + " of " + sent.legs().size() + "  "
                : "";
        return choice + leg.link().map(link -> cable(step.at().device(), link)).orElse("");
    }

    /** The near port, and the far end. */
    private static String cable(DeviceName from, Link link) {
        PortRef near = link.a().device().equals(from) ? link.a() : link.b();
        return near.port() + " to " + link.otherEnd(near);
    }

    private static void stages(List<List<DeviceName>> stages, StringBuilder out, Style style) {
        Columns rows = Columns.of("rl");
        for (List<DeviceName> each : stages) {
            String names = String.join(
                    ", ", each.stream().limit(NAMED).map(DeviceName::value).toList());
            int more = each.size() - NAMED;
            rows.row(Numbers.of(each.size()), more > 0 ? names + " and " + Numbers.of(more) + " more" : names);
        }
        rows.write(out, "  ", style);
    }

    private static void mtu(Trace trace, NetworkConfig config, StringBuilder out, Style style) {
        if (trace.mtu().isEmpty()) {
            return;
        }
        PathMtu.Tightest tightest = trace.mtu().get();
        int told = config.findNode(trace.from()).map(NodeProgram::podMtu).orElse(0);
        out.append("\nA pod's packet may be ")
                .append(Numbers.counted(tightest.bytes(), "byte"))
                .append(" long: ")
                .append(tightest.link())
                .append(" carries ")
                .append(Numbers.of(tightest.mtu()));
        if (tightest.overhead() > 0) {
            out.append(", of which encapsulation takes ").append(tightest.overhead());
        }
        out.append(". Pods are told ").append(Numbers.of(told)).append('.');
        if (told > tightest.bytes()) {
            out.append(' ').append(style.bad("Longer ones are lost."));
        }
        out.append('\n');
    }
}
