package io.heddle.scenarios.text;

import io.heddle.scenarios.wording.Numbers;
import io.heddle.simulator.load.Job;
import io.heddle.simulator.load.JobLoad;
import io.heddle.simulator.load.Tier;
import java.util.List;
import java.util.Locale;

/** What a job's traffic does to the cables, for a person at a terminal. */
public final class LoadText {

    /** Failures that are named. */
    private static final int NAMED = 10;

    private static final double GIGA = 1e9;

    private LoadText() {}

    /** The load after a failure. */
    public record Failed(String failure, JobLoad.EvenTime time) {}

    public static String of(String name, JobLoad load, Style style) {
        Job job = load.job();
        StringBuilder out = new StringBuilder();
        out.append(style.bold(job.pattern() + " of " + Numbers.counted(job.ranks(), "rank") + " on " + name))
                .append(", ")
                .append(Numbers.counted(job.bytes(), "byte"))
                .append(" a rank, ")
                .append(Numbers.counted(job.flows(), "flow"))
                .append(" a transfer\n\n");
        Columns rows = Columns.of("lrrrrrl")
                .head("", "cables", "even split", "hashed", "worse by", "unused", "busiest cable if flows are hashed");
        for (Tier each : load.tiers()) {
            rows.row(
                    each.collision() >= 2 ? Columns.Kind.DOUBTFUL : Columns.Kind.PLAIN,
                    each.name(),
                    Numbers.of(each.cables()),
                    seconds(each.even()),
                    seconds(each.hashed()),
                    factor(each.collision()),
                    Numbers.of(Math.max(0, each.used().even() - each.used().hashed())),
                    each.busiest());
        }
        rows.write(out, "  ", style);
        out.append('\n');
        if (load.tiers().isEmpty()) {
            out.append("Nothing leaves a node.\n");
            return out.toString();
        }
        out.append("The network needs ")
                .append(style.bold(seconds(load.even())))
                .append(" if every device splits evenly (")
                .append(gigabytes(load.busBandwidth(load.even())))
                .append(" bus bandwidth), ")
                .append(style.bold(seconds(load.hashed())))
                .append(" if it hashes by ")
                .append(job.hash())
                .append(" (")
                .append(gigabytes(load.busBandwidth(load.hashed())))
                .append(").\n");
        load.slowest()
                .ifPresentOrElse(
                        slowest -> out.append("Under max-min fairness ")
                                .append(Numbers.counted(slowest.flows(), "flow"))
                                .append(slowest.flows() == 1 ? " runs" : " run")
                                .append(" at ")
                                .append(number(slowest.bitsPerSecond() / GIGA))
                                .append(" Gbit/s or little more; at the rates of the start the last flow ends after ")
                                .append(seconds(slowest.seconds()))
                                .append(".\n"),
                        () -> out.append("More than ")
                                .append(Numbers.of(JobLoad.MOST_FLOWS))
                                .append(" flows: their fair rates are not computed.\n"));
        if (load.lostBytes() > 0) {
            out.append(style.bad("No way for " + Numbers.of((long) load.lostBytes()) + " bytes of all transfers."))
                    .append('\n');
        }
        return out.toString();
    }

    /** The failures that cost the most, worst first. */
    public static String failures(List<Failed> failures, JobLoad atRest, Style style) {
        StringBuilder out = new StringBuilder("\n")
                .append(style.bold("After each of " + Numbers.counted(failures.size(), "single failure")))
                .append('\n');
        Columns rows = Columns.of("lrr").head("", "even split", "against none");
        failures.stream().limit(NAMED).forEach(each -> {
            boolean cut = each.time().lostBytes() > 0;
            rows.row(
                    cut ? Columns.Kind.BAD : Columns.Kind.PLAIN,
                    each.failure(),
                    cut ? "some are cut off" : seconds(each.time().seconds()),
                    cut ? "" : factor(each.time().seconds() / atRest.even()));
        });
        rows.write(out, "  ", style);
        int more = failures.size() - NAMED;
        if (more > 0) {
            out.append("  and ").append(Numbers.of(more)).append(" that cost less or as much\n");
        }
        return out.toString();
    }

    private static String seconds(double seconds) {
        if (seconds >= 1) {
            return number(seconds) + " s";
        }
        return seconds >= 1e-3 ? number(seconds * 1e3) + " ms" : number(seconds * 1e6) + " us";
    }

    private static String gigabytes(double bitsPerSecond) {
        return number(bitsPerSecond / 8 / GIGA) + " GB/s";
    }

    private static String factor(double factor) {
        return number(factor) + " x";
    }

    /** Three digits that count. */
    private static String number(double value) {
        int decimals = value >= 100 ? 0 : value >= 10 ? 1 : 2;
        return String.format(Locale.ROOT, "%." + decimals + "f", value);
    }
}
