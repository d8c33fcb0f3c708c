package io.heddle.evpn.vrf;

import io.heddle.model.net.IpAddress;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Where traffic to a host on an Ethernet segment may go, from type 1 routes besides the host's own type 2: aliasing and the backup path
 * (RFC 7432 section 8.4), mass withdrawal (section 8.2).
 *
 * @param active VTEPs to send to, ascending
 * @param backup VTEPs to send to once no active one is left, ascending
 */
public record SegmentPaths(List<IpAddress> active, List<IpAddress> backup) {

    /**
     * The paths.
     *
     * @param announcers next hops of the host's type 2 routes
     * @param perSegment next hops of the segment's type 1 routes with the highest tag: who withdraws it is out at once, for all hosts
     * @param perInstance next hops of the segment's type 1 routes of the host's own EVPN instance
     * @param singleActive the segment's ESI label says that one link is used at a time (section 8.4: no aliasing, others are backup)
     */
    public static SegmentPaths of(
            Set<IpAddress> announcers, Set<IpAddress> perSegment, Set<IpAddress> perInstance, boolean singleActive) {
        TreeSet<IpAddress> attached = new TreeSet<>(perSegment);
        TreeSet<IpAddress> active = new TreeSet<>(announcers);
        active.retainAll(attached);
        attached.retainAll(perInstance);
        if (announcers.isEmpty()) {
            return new SegmentPaths(List.of(), List.of());
        }
        if (!singleActive) {
            active.addAll(attached);
            return new SegmentPaths(List.copyOf(active), List.of());
        }
        attached.removeAll(active);
        return new SegmentPaths(List.copyOf(active), List.copyOf(attached));
    }
}
