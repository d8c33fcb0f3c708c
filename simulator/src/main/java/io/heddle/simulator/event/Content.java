package io.heddle.simulator.event;

import io.heddle.evpn.calc.TableEntry;
import io.heddle.model.fabric.VrfName;
import io.heddle.model.net.Prefix;
import io.heddle.model.tables.NextHop;
import io.heddle.model.tables.RouteEntry;
import io.heddle.model.tables.RouteSource;
import java.util.List;

/** What may stand under a key of a device's tables. */
sealed interface Content {

    /** An entry as it is. */
    record Whole(TableEntry entry) implements Content {}

    /**
     * Where a route of the default VRF leads, to whatever prefix: most of a fabric's entries, and few are different. One object for each of a
     * device, made by {@link Ways} alone, so that comparing is looking whether it is the same.
     */
    final class Way implements Content {

        private final RouteSource source;
        private final List<NextHop> nextHops;

        Way(RouteSource source, List<NextHop> nextHops) {
            this.source = source;
            this.nextHops = nextHops;
        }

        boolean isDiscard() {
            return nextHops.getFirst() instanceof NextHop.Discard;
        }

        List<NextHop> nextHops() {
            return nextHops;
        }

        RouteEntry entry(Prefix prefix) {
            return new RouteEntry(VrfName.DEFAULT, prefix, source, nextHops);
        }

        TableEntry to(Prefix prefix) {
            return new TableEntry.Route(entry(prefix));
        }
    }
}
