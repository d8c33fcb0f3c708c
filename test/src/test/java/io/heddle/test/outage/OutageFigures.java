package io.heddle.test.outage;

import io.heddle.topology.plan.Plan;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The recorded outages beside those that are predicted today; a line a drill. */
final class OutageFigures {

    /**
     * What was changed with runs of these drills known does not judge: how FRR takes in EVPN routes, and how soon zebra hears of a MAC.
     * {@code Pace.FRR} was fitted to earlier recordings, so all others judge it.
     */
    static final Set<String> FITTED = Set.of("mac-moved");

    private OutageFigures() {}

    public static void main(String[] arguments) throws Exception {
        List<Verdict> verdicts = verdicts();
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

    /** Of every drill that was recorded. */
    static List<Verdict> verdicts() throws Exception {
        Map<String, List<Recorded.Run>> recorded = Recorded.runs();
        List<Verdict> verdicts = new ArrayList<>();
        for (Ground ground : Ground.values()) {
            Plan plan = OutageFabrics.plan(ground);
            Drills.on(ground, plan).forEach((name, drill) -> {
                List<Recorded.Run> runs = recorded.getOrDefault(name, List.of());
                if (!runs.isEmpty()) {
                    verdicts.add(Verdict.of(name, drill, runs, predicted(plan, drill.drill())));
                }
            });
        }
        return verdicts;
    }

    private static long[] predicted(Plan plan, RealDrill drill) {
        return Predicted.outages(plan, drill, Predicted.seeds(drill));
    }
}
