package io.heddle.evpn.calc;

import io.heddle.model.net.Vni;
import io.heddle.model.tables.EntryKind;
import io.heddle.model.tables.NextHop;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** As what an entry is counted. */
enum CountedKind {
    FDB(EntryKind.MAC),
    NEIGHBOR_V4(EntryKind.NEIGHBOR_V4),
    NEIGHBOR_V6(EntryKind.NEIGHBOR_V6),
    OVERLAY_NEIGHBOR_V4(EntryKind.OVERLAY_NEIGHBOR_V4),
    OVERLAY_NEIGHBOR_V6(EntryKind.OVERLAY_NEIGHBOR_V6),
    OVERLAY_HOST_ROUTE_V4(EntryKind.OVERLAY_HOST_ROUTE_V4),
    OVERLAY_HOST_ROUTE_V6(EntryKind.OVERLAY_HOST_ROUTE_V6),
    ROUTE_V4(EntryKind.ROUTE_V4),
    ROUTE_V6_SHORT(EntryKind.ROUTE_V6_SHORT),
    ROUTE_V6_LONG(EntryKind.ROUTE_V6_LONG),
    HOST_ROUTE_V4(EntryKind.HOST_ROUTE_V4),
    HOST_ROUTE_V6(EntryKind.HOST_ROUTE_V6),
    /** Counted per VNI among the distinct values. */
    FLOOD(EntryKind.VTEP_PER_VNI);

    private static final Map<EntryKind, CountedKind> BY_KIND = new EnumMap<>(EntryKind.class);

    static {
        for (CountedKind each : values()) {
            BY_KIND.put(each.kind, each);
        }
    }

    final EntryKind kind;

    CountedKind(EntryKind kind) {
        this.kind = kind;
    }

    static CountedKind of(Key key, TableEntry entry) {
        return switch (entry) {
            case TableEntry.Fdb _ -> FDB;
            case TableEntry.Flood _, TableEntry.Tunnel _ -> FLOOD;
            case TableEntry.Neighbor neighbor -> {
                boolean overlay = key instanceof Key.OfNeighbor each
                        && each.vrf().key.vni().isPresent();
                boolean v4 = neighbor.entry().address().isV4();
                yield overlay ? v4 ? OVERLAY_NEIGHBOR_V4 : OVERLAY_NEIGHBOR_V6 : v4 ? NEIGHBOR_V4 : NEIGHBOR_V6;
            }
            case TableEntry.Route route -> ofRoute(EntryKind.of(route.entry()));
        };
    }

    private static CountedKind ofRoute(EntryKind kind) {
        CountedKind found = BY_KIND.get(kind);
        if (found == null) {
            throw new IllegalStateException("a VRF's route counts as " + kind);
        }
        return found;
    }

    /** The values that an entry shares with others and that count once: next hops, groups, and a flood list's VNI. */
    static void distinct(TableEntry entry, Consumer<Object> sink) {
        switch (entry) {
            case TableEntry.Route route -> {
                List<NextHop> hops = route.entry().nextHops();
                hops.forEach(sink);
                if (hops.size() > 1) {
                    sink.accept(hops);
                }
            }
            case TableEntry.Flood flood -> sink.accept(flood.entry().vni());
            case TableEntry.Fdb _, TableEntry.Neighbor _, TableEntry.Tunnel _ -> {}
        }
    }

    static long asNextHop(Object value) {
        return value instanceof NextHop.ViaVtep ? 1 : 0;
    }

    static long asGroup(Object value) {
        return value instanceof List<?> ? 1 : 0;
    }

    static long asMembers(Object value) {
        return value instanceof List<?> group ? group.size() : 0;
    }

    static long asFloodList(Object value) {
        return value instanceof Vni ? 1 : 0;
    }
}
