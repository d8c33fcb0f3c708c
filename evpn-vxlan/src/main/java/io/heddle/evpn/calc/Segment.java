package io.heddle.evpn.calc;

import io.heddle.evpn.route.EthernetTag;
import io.heddle.evpn.vrf.ForwarderCandidate;
import io.heddle.evpn.vrf.ForwarderElection;
import io.heddle.evpn.vrf.SegmentPaths;
import io.heddle.model.net.Esi;
import io.heddle.model.net.IpAddress;
import io.heddle.model.net.RouteDistinguisher;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * An Ethernet segment as its type 1 and type 4 routes tell of it. Paths without one share the segment of zeros, which nobody announces.
 * Single-threaded.
 */
final class Segment {

    /** What makes type 1 routes of one segment the same. */
    record Key(RouteDistinguisher distinguisher, long tag) {}

    /** A type 1 route. */
    record Discovery(long tag, Vtep vtep, TargetSet targets, boolean singleActive) {

        boolean isPerSegment() {
            return tag == EthernetTag.MAX.value();
        }
    }

    /** What makes type 4 routes of one segment the same. */
    record MemberKey(RouteDistinguisher distinguisher, IpAddress originator) {}

    final Esi esi;
    final boolean exists;
    final Map<Key, Discovery> discoveries = new LinkedHashMap<>();
    final Map<MemberKey, ForwarderCandidate> members = new LinkedHashMap<>();

    /** The type 2 paths with this segment, by MAC. */
    final LongTable<Path.Host[]> hosts = new LongTable<>();

    Segment(Esi esi, boolean exists) {
        this.esi = esi;
        this.exists = exists;
    }

    /**
     * Whether a path of this VTEP may be used: RFC 7432 section 9.2.2 wants the type 1 route of the segment too. When it goes, all that
     * is behind the segment there goes with it (section 8.2).
     */
    boolean admits(Vtep vtep) {
        if (!exists) {
            return true;
        }
        for (Discovery each : discoveries.values()) {
            if (each.isPerSegment() && each.vtep() == vtep) {
                return true;
            }
        }
        return false;
    }

    /**
     * Where to send what is for a host that {@code announcers} announce.
     *
     * @param vrf where the host is bridged, for aliasing; null where there is none
     * @param at who sends
     */
    List<IpAddress> vteps(List<IpAddress> announcers, @Nullable MacVrf vrf, long tag, int at) {
        Set<IpAddress> perSegment = new TreeSet<>();
        Set<IpAddress> perInstance = new TreeSet<>();
        boolean singleActive = false;
        for (Discovery each : discoveries.values()) {
            if (each.vtep().usable.contains(at)) {
                if (each.isPerSegment()) {
                    perSegment.add(each.vtep().address);
                    singleActive |= each.singleActive();
                } else if (vrf != null
                        && each.tag() == tag
                        && each.targets().macVrfs.contains(vrf)) {
                    perInstance.add(each.vtep().address);
                }
            }
        }
        SegmentPaths paths = SegmentPaths.of(Set.copyOf(announcers), perSegment, perInstance, singleActive);
        return paths.active().isEmpty() ? paths.backup() : paths.active();
    }

    Optional<IpAddress> forwarder(EthernetTag tag) {
        return ForwarderElection.elect(members.values(), esi, tag);
    }
}
