package io.heddle.controller.southbound.use;

import io.heddle.controller.core.TableUse;
import io.heddle.json.BadField;
import io.heddle.json.Fields;
import io.heddle.json.Json;
import io.heddle.json.JsonText;
import io.heddle.model.fabric.DeviceName;
import io.heddle.model.fabric.VrfName;
import io.heddle.model.net.IpAddress;
import io.heddle.model.net.Mac;
import io.heddle.model.net.Prefix;
import io.heddle.model.tables.EntryKind;
import io.heddle.model.tables.RouteSource;
import io.heddle.model.tables.SwitchTables;
import io.heddle.model.tables.TableCounts;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Routes of the default VRF, neighbours and MACs of a switch. Link-local and multicast ones, the kernel's own addresses and MACs of its own ports are not among
 * them: no ASIC table holds them.
 */
public record KernelTables(SortedMap<Prefix, Route> routes, SortedSet<IpAddress> neighbors, SortedSet<Mac> macs) {

    /** Nothing at all. */
    public static final KernelTables EMPTY = new KernelTables(new TreeMap<>(), new TreeSet<>(), new TreeSet<>());

    /**
     * A route.
     *
     * @param protocol who made it, as the kernel or FRR says: {@code bgp}, {@code static}, {@code kernel}; empty if computed
     * @param gateways next hops by address; none of a subnet that is attached
     */
    public record Route(String protocol, List<IpAddress> gateways) {
        public Route {
            gateways = List.copyOf(gateways);
        }
    }

    public KernelTables {
        routes = Collections.unmodifiableSortedMap(new TreeMap<>(routes));
        neighbors = Collections.unmodifiableSortedSet(new TreeSet<>(neighbors));
        macs = Collections.unmodifiableSortedSet(new TreeSet<>(macs));
    }

    /**
     * Reads what iproute2 printed.
     *
     * @param routes {@code ip -j route show} and {@code ip -6 -j route show}
     * @param neighbors {@code ip -j neigh show}
     * @param fdb {@code bridge -j fdb show}
     */
    public static KernelTables read(List<byte[]> routes, byte[] neighbors, byte[] fdb) throws BadField {
        SortedMap<Prefix, Route> prefixes = new TreeMap<>();
        for (byte[] each : routes) {
            for (Fields route : items("route", each)) {
                Optional<Prefix> prefix = prefix(route).filter(KernelTables::isCounted);
                if (prefix.isPresent() && route.text("type").orElse("unicast").equals("unicast")) {
                    // Of several to one prefix the first has the lowest metric, and is the one in use.
                    prefixes.putIfAbsent(
                            prefix.get(), new Route(route.text("protocol").orElse("boot"), gateways(route)));
                }
            }
        }
        SortedSet<IpAddress> addresses = new TreeSet<>();
        for (Fields each : items("neigh", neighbors)) {
            Optional<IpAddress> address = each.parsed("dst", IpAddress::parse);
            if (each.text("lladdr").isPresent()
                    && address.isPresent()
                    && !address.get().isLinkLocal()) {
                addresses.add(address.get());
            }
        }
        SortedSet<Mac> macs = new TreeSet<>();
        for (Fields each : items("fdb", fdb)) {
            Optional<Mac> mac = each.parsed("mac", Mac::parse);
            boolean own = each.text("state").orElse("").equals("permanent");
            if (mac.isPresent() && !own && (mac.get().bits() >>> 40 & 1) == 0) {
                macs.add(mac.get());
            }
        }
        return new KernelTables(prefixes, addresses, macs);
    }

    static List<Fields> items(String what, byte[] text) throws BadField {
        if (text.length == 0) {
            return List.of(); // as some versions print of an empty table
        }
        try {
            Json value = JsonText.read(text);
            return new Fields("", new Json.Members(Map.of(what, value))).objects(what);
        } catch (JsonText.NotJson e) {
            throw new BadField(what, String.valueOf(e.getMessage()), "what iproute2 prints with -j");
        }
    }

    private static List<IpAddress> gateways(Fields route) throws BadField {
        List<IpAddress> gateways = new ArrayList<>();
        route.parsed("gateway", IpAddress::parse).ifPresent(gateways::add);
        for (Fields each : route.objects("nexthops")) {
            each.parsed("gateway", IpAddress::parse).ifPresent(gateways::add);
        }
        return gateways;
    }

    private static Optional<Prefix> prefix(Fields route) throws BadField {
        boolean v6 = route.text("gateway").orElse("").contains(":");
        return route.parsed("dst", text -> {
            if (text.equals("default")) {
                return Prefix.parse(v6 ? "::/0" : "0.0.0.0/0");
            }
            return text.indexOf('/') < 0 ? Prefix.host(IpAddress.parse(text)) : Prefix.parse(text);
        });
    }

    static boolean isCounted(Prefix prefix) {
        return !prefix.address().isLinkLocal() && !prefix.toString().startsWith("ff");
    }

    /** What follows from configuration and pods, as the switch would say it. */
    public static KernelTables of(SwitchTables computed) {
        SortedMap<Prefix, Route> routes = new TreeMap<>();
        computed.routes()
                .filter(each -> each.vrf().equals(VrfName.DEFAULT) && each.source() != RouteSource.LOCAL)
                .forEach(each -> routes.put(each.prefix(), new Route("", List.of())));
        SortedSet<IpAddress> neighbors = new TreeSet<>();
        computed.neighbors().forEach(each -> neighbors.add(each.address()));
        SortedSet<Mac> macs = new TreeSet<>();
        computed.macs().forEach(each -> macs.add(each.mac()));
        return new KernelTables(routes, neighbors, macs);
    }

    /** All that is in either: what a change leads from and to. */
    public KernelTables or(KernelTables other) {
        SortedMap<Prefix, Route> bothRoutes = new TreeMap<>(other.routes);
        bothRoutes.putAll(routes);
        SortedSet<IpAddress> bothNeighbors = new TreeSet<>(neighbors);
        bothNeighbors.addAll(other.neighbors);
        SortedSet<Mac> bothMacs = new TreeSet<>(macs);
        bothMacs.addAll(other.macs);
        return new KernelTables(bothRoutes, bothNeighbors, bothMacs);
    }

    /** As admission takes it. {@code expected} is what follows from configuration and pods. */
    public TableUse use(DeviceName device, KernelTables expected, String source) {
        return new TableUse(device, counts(), without(expected).counts(), source);
    }

    private KernelTables without(KernelTables expected) {
        SortedMap<Prefix, Route> otherRoutes = new TreeMap<>(routes);
        otherRoutes.keySet().removeAll(expected.routes.keySet());
        SortedSet<IpAddress> otherNeighbors = new TreeSet<>(neighbors);
        otherNeighbors.removeAll(expected.neighbors);
        SortedSet<Mac> otherMacs = new TreeSet<>(macs);
        otherMacs.removeAll(expected.macs);
        return new KernelTables(otherRoutes, otherNeighbors, otherMacs);
    }

    private TableCounts counts() {
        long[] counts = new long[EntryKind.values().length];
        routes.keySet().forEach(each -> counts[EntryKind.ofLearned(each).ordinal()]++);
        neighbors.forEach(each -> counts[(each.isV4() ? EntryKind.NEIGHBOR_V4 : EntryKind.NEIGHBOR_V6).ordinal()]++);
        counts[EntryKind.MAC.ordinal()] = macs.size();
        return TableCounts.of(counts);
    }
}
