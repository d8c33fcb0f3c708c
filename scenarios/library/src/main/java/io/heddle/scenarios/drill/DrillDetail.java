package io.heddle.scenarios.drill;

import io.heddle.simulator.timeline.Timeline;
import java.util.List;

/** One drill with all that is known of it. */
public record DrillDetail(DrillResult result, Timeline timeline, List<ClaimJudge.Judged> judged) {

    public DrillDetail {
        judged = List.copyOf(judged);
    }

    /**
     * Whether it settles and every claim holds; without one, whether everybody who lives reaches everybody again, and nobody at any time from another address than
     * his own.
     */
    public boolean holds() {
        return result.settles() && claimsHold();
    }

    private boolean claimsHold() {
        return judged.isEmpty()
                ? result.survives() && result.verdict().translation().holds()
                : judged.stream().allMatch(ClaimJudge.Judged::holds);
    }
}
