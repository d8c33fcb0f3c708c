package io.heddle.evpn.calc;

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
            if (each.rank() > best && each.isUsableAt(at)) {
                best = each.rank();
            }
        }
        return best;
    }

    /**
     * Where traffic goes: of the usable paths of the highest rank, if they share one Ethernet segment, all that the segment says, else
     * the smallest next hop. Ascending; empty if no path is usable. Sequences count the moves of a MAC within its broadcast domain
     * (RFC 7432 section 15), so ranks of routed traffic are compared among the paths of one VNI alone: an address on several VLANs has
     * the best of each.
     *
     * @param vrf the MAC-VRF whose aliases count; null for routed traffic, which RFC 7432 gives none
     */
    static List<IpAddress> vteps(Path.Host[] paths, int at, @Nullable MacVrf vrf, Predicate<Path.Host> admitted) {
        List<Path.Host> usable = new ArrayList<>(paths.length);
        for (Path.Host each : paths) {
            if (each.isUsableAt(at) && admitted.test(each)) {
                usable.add(each);
            }
        }
        Path.@Nullable Host first = null;
        List<IpAddress> all = new ArrayList<>(1);
        boolean oneSegment = true;
        for (Path.Host each : usable) {
            if (!isOutranked(each, usable, vrf == null)) {
                if (first == null) {
                    first = each;
                    oneSegment = each.segment().exists;
                } else {
                    oneSegment &= each.segment() == first.segment();
                }
                if (!all.contains(each.vtep().address)) {
                    all.add(each.vtep().address);
                }
            }
        }
        if (first != null && oneSegment) {
            return first.segment().vteps(all, vrf, first.tag(), at);
        }
        if (all.size() > 1) {
            all.sort(null);
            return List.of(all.getFirst());
        }
        return all;
    }

    private static boolean isOutranked(Path.Host path, List<Path.Host> usable, boolean withinItsVni) {
        for (Path.Host each : usable) {
            if (each.rank() > path.rank() && !(withinItsVni && each.vni() != path.vni())) {
                return true;
            }
        }
        return false;
    }

    /** Where the answers of switches may differ: at the paths' VTEPs, and those that their segments name. */
    static void splitters(Path.Host[] paths, List<SwitchSet> splitters) {
        for (Path.Host each : paths) {
            split(each.vtep(), splitters);
            for (Segment.Discovery other : each.segment().discoveries.values()) {
                split(other.vtep(), splitters);
            }
        }
    }

    private static void split(Vtep vtep, List<SwitchSet> splitters) {
        if (!splitters.contains(vtep.usable)) {
            splitters.add(vtep.usable);
        }
    }
}
