package io.heddle.simulator.stable;

import io.heddle.model.config.Origination;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/**
 * Who may not send what because it summarises. A router that has something to send inside its aggregate has the aggregate active, so
 * activity need not be asked (section 3).
 */
final class SummaryAggregates {

    private final @Nullable BitSet[] byRouter;

    SummaryAggregates(CoreGraph core, PrefixLists lists) {
        byRouter = new BitSet[core.routers.length];
        for (int i = 0; i < byRouter.length; i++) {
            for (Origination each : core.routers[i].bgp().originations()) {
                if (each instanceof Origination.Aggregate aggregate && aggregate.summaryOnly()) {
                    BitSet own = byRouter[i];
                    if (own == null) {
                        own = new BitSet();
                        byRouter[i] = own;
                    }
                    own.set(lists.aggregate(aggregate.prefix()));
                }
            }
        }
    }

    /** Whether a core router keeps the prefixes of a class to itself. */
    boolean suppress(int router, RouteClass routeClass) {
        BitSet own = byRouter[router];
        return own != null && own.intersects(routeClass.answers().aggregates());
    }
}
