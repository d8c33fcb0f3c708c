package io.heddle.controller.southbound.use;

import io.heddle.controller.core.TableUse;
import io.heddle.json.BadField;
import io.heddle.json.Fields;
import io.heddle.json.Json;
import io.heddle.json.JsonText;
import io.heddle.model.fabric.DeviceName;
import io.heddle.model.net.IpAddress;
import io.heddle.model.net.Mac;
import io.heddle.model.net.Prefix;
import io.heddle.model.tables.EntryKind;
import io.heddle.model.tables.TableCounts;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Routes, neighbours and MACs of a switch. Link-local and multicast ones, the kernel's own addresses and MACs of its own ports are not among
 * them: no ASIC table holds them.
 */
public record KernelTables(SortedSet<Prefix> routes, SortedSet<IpAddress> neighbors, SortedSet<Mac> macs) {

    public KernelTables {
        routes = Collections.unmodifiableSortedSet(new TreeSet<>(routes));
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
        TreeSet<Prefix> prefixes = new TreeSet<>();
        for (byte[] each : routes) {
            for (Fields route : items("route", each)) {
                if (route.text("type").orElse("unicast").equals("unicast")) {
                    prefix(route).filter(KernelTables::isCounted).ifPresent(prefixes::add);
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

    private static List<Fields> items(String what, byte[] text) throws BadField {
        try {
            Json value = JsonText.read(text);
            return new Fields("", new Json.Members(Map.of(what, value))).objects(what);
        } catch (JsonText.NotJson e) {
            throw new BadField(what, String.valueOf(e.getMessage()), "what iproute2 prints with -j");
        }
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

    private static boolean isCounted(Prefix prefix) {
        return !prefix.address().isLinkLocal() && !prefix.toString().startsWith("ff");
    }

    /** As admission takes it. {@code expected} is what follows from configuration and pods. */
    public TableUse use(DeviceName device, KernelTables expected) {
        return new TableUse(device, counts(), without(expected).counts(), "kernel");
    }

    private KernelTables without(KernelTables expected) {
        SortedSet<Prefix> otherRoutes = new TreeSet<>(routes);
        otherRoutes.removeAll(expected.routes);
        SortedSet<IpAddress> otherNeighbors = new TreeSet<>(neighbors);
        otherNeighbors.removeAll(expected.neighbors);
        SortedSet<Mac> otherMacs = new TreeSet<>(macs);
        otherMacs.removeAll(expected.macs);
        return new KernelTables(otherRoutes, otherNeighbors, otherMacs);
    }

    private TableCounts counts() {
        long[] counts = new long[EntryKind.values().length];
        routes.forEach(each -> counts[EntryKind.ofLearned(each).ordinal()]++);
        neighbors.forEach(each -> counts[(each.isV4() ? EntryKind.NEIGHBOR_V4 : EntryKind.NEIGHBOR_V6).ordinal()]++);
        counts[EntryKind.MAC.ordinal()] = macs.size();
        return TableCounts.of(counts);
    }
}
