package io.heddle.test.outage;

import io.heddle.topology.plan.Plan;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The recorded outages beside those that are predicted today; a line a drill. */
final class OutageFigures {

    /** The times of {@code Settings} were fitted to these drills. All others judge them. */
    static final Set<String> FITTED = Set.of(
            "uplink-cut-at-leaf",
            "node-cable-cut-at-leaf",
            "spine-dark",
            "uplink-mended",
            "spine-bgpd-killed",
            "uplink-silent",
            "uplink-silent-bfd",
            "uplink-cut-bfd");

    private static final int SEEDS = 60;

    private OutageFigures() {}

    public static void main(String[] arguments) throws Exception {
        List<Verdict> verdicts = verdicts(SEEDS);
        verdicts.forEach(each -> System.out.println((isJudged(each) ? "judged " : "fitted ") + each));
        List<Verdict> judged = verdicts.stream().filter(OutageFigures::isJudged).toList();
        System.out.printf(Locale.ROOT, "judged: %.1f %% inside%n", 100 * insideShare(judged));
    }

    static boolean isJudged(Verdict verdict) {
        return !FITTED.contains(verdict.drill());
    }

    static double insideShare(List<Verdict> verdicts) {
        long inside = verdicts.stream().mapToLong(Verdict::inside).sum();
        return inside
                / (double)
                        verdicts.stream().mapToLong(each -> each.real().length).sum();
    }

    /** Of every drill that was recorded, in the order of the file. */
    static List<Verdict> verdicts(int seeds) throws Exception {
        Plan watched = OutageFabrics.routed(true);
        Plan unwatched = OutageFabrics.routed(false);
        List<Verdict> verdicts = new ArrayList<>();
        for (Map.Entry<String, Recorded.Runs> each : Recorded.runs().entrySet()) {
            Drills.Timed timed = Drills.named(each.getKey(), unwatched.fabric());
            Plan plan = timed.bfd() ? watched : unwatched;
            verdicts.add(new Verdict(
                    each.getKey(),
                    each.getValue().outages(),
                    each.getValue().disturbed(),
                    Predicted.outages(plan, timed.drill(), seeds)));
        }
        return verdicts;
    }
}
