package io.heddle.simulator.event;

import io.heddle.evpn.calc.TableEntry;
import io.heddle.model.fabric.VrfName;
import io.heddle.model.net.IpAddress;
import io.heddle.model.net.Mac;
import io.heddle.model.net.Prefix;
import io.heddle.model.net.VlanId;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Entries by what tells them apart. Single-threaded. */
final class Held {

    private record RouteKey(VrfName vrf, Prefix prefix) {}

    private record MacKey(VlanId vlan, Mac mac) {}

    private record NeighborKey(VlanId vlan, IpAddress address) {}

    private final Map<Object, TableEntry> entries = new HashMap<>();

    /** What no two entries of a device share. Routes of the default VRF, the most of all, go by their bare prefix. */
    static Object key(TableEntry entry) {
        return switch (entry) {
            case TableEntry.Route(var route) ->
                route.vrf().equals(VrfName.DEFAULT) ? route.prefix() : new RouteKey(route.vrf(), route.prefix());
            case TableEntry.Fdb(var mac) -> new MacKey(mac.vlan(), mac.mac());
            case TableEntry.Neighbor(var each) -> new NeighborKey(each.vlan(), each.address());
            case TableEntry.Flood(var each) -> each;
            case TableEntry.Tunnel(var vtep) -> vtep;
        };
    }

    @Nullable
    TableEntry get(Object key) {
        return entries.get(key);
    }

    /** Puts an entry, or with null takes it away; returns what was there. */
    @Nullable
    TableEntry set(Object key, @Nullable TableEntry entry) {
        return entry == null ? entries.remove(key) : entries.put(key, entry);
    }

    void clear() {
        entries.clear();
    }

    /** Everything, in an order that does not depend on hashes. */
    List<TableEntry> sorted() {
        return entries.values().stream().sorted(ORDER).toList();
    }

    /** In no order. */
    Iterable<TableEntry> all() {
        return entries.values();
    }

    int size() {
        return entries.size();
    }

    static final Comparator<TableEntry> ORDER = TableEntry.BY_KEY;
}
