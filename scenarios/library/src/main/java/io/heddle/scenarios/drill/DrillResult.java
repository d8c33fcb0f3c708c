package io.heddle.scenarios.drill;

import io.heddle.simulator.drill.Drill;
import io.heddle.simulator.drill.DrillVerdict;
import io.heddle.simulator.drill.EndCheck;
import io.heddle.simulator.timeline.Ending;
import java.util.Comparator;

/** What one drill came to. */
public record DrillResult(Drill drill, DrillVerdict verdict, EndCheck end) {

    /** Pairs lost for good first, then what is lost over time, then the longest interruption. */
    public static final Comparator<DrillResult> WORST_FIRST = Comparator.comparingLong(
                    (DrillResult each) -> -each.verdict.pairsLostForGood())
            .thenComparingDouble(each -> -each.verdict.pairSeconds())
            .thenComparingLong(each -> -each.verdict.longest().nanos())
            .thenComparing(each -> each.drill.text());

    /** Whether everybody who lives reaches everybody again. */
    public boolean survives() {
        return verdict.pairsLostForGood() == 0;
    }

    /** Whether it comes to rest, and not in another state than the stable one. */
    public boolean settles() {
        return verdict.ending() instanceof Ending.Quiet && !(end instanceof EndCheck.Differs);
    }
}
