package io.heddle.evpn.calc;

import io.heddle.evpn.route.EvpnRoute;
import io.heddle.model.net.IpAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Which of the paths to a host count at a switch (rule 6.4 of the stable state, with RFC 7432 section 15 before it). */
final class Selection {

    /** Below every rank. */
    static final long NO_RANK = -1;

    private Selection() {}

    /** The highest rank among the paths that a switch can use. */
    static long bestRank(Path.Host[] paths, int at) {
        long best = NO_RANK;
        for (Path.Host each : paths) {
            if (each.rank() > best && each.vtep().usable.contains(at)) {
                best = each.rank();
            }
        }
        return best;
    }

    /**
     * Where traffic goes: of the usable paths of the highest rank all next hops if they share one Ethernet segment, else the smallest.
     * Ascending; empty if no path is usable.
     */
    static List<IpAddress> vteps(Path.Host[] paths, int at, Predicate<Path.Host> admitted) {
        long best = NO_RANK;
        for (Path.Host each : paths) {
            if (each.rank() > best && each.vtep().usable.contains(at) && admitted.test(each)) {
                best = each.rank();
            }
        }
        Path.@Nullable Host first = null;
        List<IpAddress> all = new ArrayList<>(1);
        boolean oneSegment = true;
        for (Path.Host each : paths) {
            if (each.rank() == best && each.vtep().usable.contains(at) && admitted.test(each)) {
                if (first == null) {
                    first = each;
                    oneSegment = !each.segment().equals(EvpnRoute.NO_ESI);
                } else {
                    oneSegment &= each.segment().equals(first.segment());
                }
                if (!all.contains(each.vtep().address)) {
                    all.add(each.vtep().address);
                }
            }
        }
        if (all.size() > 1) {
            all.sort(null);
        }
        return oneSegment || all.size() < 2 ? all : List.of(all.getFirst());
    }

    /** Where the answers of switches may differ: at the paths' VTEPs. */
    static void splitters(Path.Host[] paths, List<SwitchSet> splitters) {
        for (Path.Host each : paths) {
            if (!splitters.contains(each.vtep().usable)) {
                splitters.add(each.vtep().usable);
            }
        }
    }
}
