package io.heddle.model.device;

import static io.heddle.model.tables.EntryKind.*;

import io.heddle.model.tables.EntryKind;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Which resources an entry of each kind takes, and how many of them.
 *
 * @param name how a report calls it: "/32 in the host table"
 * @param taken for every kind; the order of the list is the order in reports
 */
public record Placement(String name, Map<EntryKind, List<Take>> taken, Evidence evidence) {

    /** {@code count} entries of {@code resource}. */
    public record Take(Resource resource, int count) {
        public Take {
            if (count < 1) {
                throw new IllegalArgumentException(
                        "an entry takes " + count + " of " + resource + "; expected at least 1");
            }
        }
    }

    /** By the book: routes of every length are routes, hosts are neighbours, everything takes one. */
    public static final Placement PLAIN = plain();

    public Placement {
        Map<EntryKind, List<Take>> copy = new EnumMap<>(EntryKind.class);
        for (EntryKind each : EntryKind.values()) {
            List<Take> list = taken.get(each);
            if (list == null || list.isEmpty()) {
                throw new IllegalArgumentException("placement '" + name + "' does not say where " + each + " goes");
            }
            copy.put(each, List.copyOf(list));
        }
        taken = Collections.unmodifiableMap(copy);
    }

    public List<Take> of(EntryKind kind) {
        return taken.getOrDefault(kind, List.of());
    }

    /** This placement with {@code changes} put over it. */
    public Placement with(String newName, Map<EntryKind, List<Take>> changes, Evidence newEvidence) {
        Map<EntryKind, List<Take>> merged = new EnumMap<>(taken);
        merged.putAll(changes);
        return new Placement(newName, merged, newEvidence);
    }

    private static Placement plain() {
        Map<EntryKind, List<Take>> taken = new EnumMap<>(EntryKind.class);
        put(taken, Resource.IPV4_ROUTE, LOCAL_V4, ROUTE_V4, HOST_ROUTE_V4, OVERLAY_HOST_ROUTE_V4);
        put(taken, Resource.IPV6_ROUTE, LOCAL_V6, ROUTE_V6_SHORT, ROUTE_V6_LONG, HOST_ROUTE_V6, OVERLAY_HOST_ROUTE_V6);
        put(taken, Resource.IPV4_NEIGHBOR, NEIGHBOR_V4, OVERLAY_NEIGHBOR_V4);
        put(taken, Resource.IPV6_NEIGHBOR, NEIGHBOR_V6, OVERLAY_NEIGHBOR_V6);
        put(taken, Resource.FDB_ENTRY, MAC);
        put(taken, Resource.IPV4_NEXTHOP, NEXT_HOP);
        put(taken, Resource.OVERLAY_NEXTHOP, OVERLAY_NEXT_HOP);
        put(taken, Resource.NEXTHOP_GROUP, ECMP_GROUP);
        put(taken, Resource.NEXTHOP_GROUP_MEMBER, ECMP_MEMBER);
        put(taken, Resource.REMOTE_VTEP, REMOTE_VTEP);
        put(taken, Resource.VTEP_PER_VNI, VTEP_PER_VNI);
        put(taken, Resource.VNI, VNI);
        put(taken, Resource.VLAN, VLAN);
        put(taken, Resource.OVERLAY_RIF, OVERLAY_RIF);
        return new Placement("plain", taken, new Evidence("by the names of the resources", Confidence.CLAIMED));
    }

    private static void put(Map<EntryKind, List<Take>> taken, Resource resource, EntryKind... kinds) {
        for (EntryKind each : kinds) {
            taken.put(each, List.of(new Take(resource, 1)));
        }
    }
}
