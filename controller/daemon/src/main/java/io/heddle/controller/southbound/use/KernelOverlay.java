package io.heddle.controller.southbound.use;

import io.heddle.json.BadField;
import io.heddle.json.Fields;
import io.heddle.model.net.IpAddress;
import io.heddle.model.net.Mac;
import io.heddle.model.net.Vni;
import io.heddle.model.tables.FloodEntry;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** What EVPN made in a kernel, as iproute2 prints it. */
final class KernelOverlay {

    /** To whom frames go that nobody knows, where it is the MAC of an entry. */
    private static final Mac EVERYBODY = new Mac(0);

    private KernelOverlay() {}

    /**
     * Reads it.
     *
     * @param tables with its MACs and neighbours
     * @param routes {@code ip -j route show table all} and the same for IPv6
     * @param fdb {@code bridge -j fdb show}
     * @param tunnels {@code ip -d -j link show type vxlan}
     * @param nexthops {@code ip -j nexthop show}, where {@link #hasGroups}
     */
    static OverlayTables read(KernelTables tables, List<byte[]> routes, byte[] fdb, byte[] tunnels, byte[] nexthops)
            throws BadField {
        Map<String, Vni> vnis = vnis(tunnels);
        Map<Long, List<IpAddress>> groups = groups(nexthops);
        SortedMap<Mac, SortedSet<IpAddress>> macs = new TreeMap<>();
        tables.macs().forEach(each -> macs.put(each, new TreeSet<>()));
        SortedSet<FloodEntry> flood = new TreeSet<>();
        for (Fields each : KernelTables.items("fdb", fdb)) {
            Optional<Mac> mac = each.parsed("mac", Mac::parse);
            List<IpAddress> vteps = each.parsed("dst", IpAddress::parse)
                    .map(List::of)
                    .orElse(groups.getOrDefault(id(each, "nhid"), List.of()));
            Vni vni = vnis.get(each.text("ifname").orElse(""));
            if (mac.isPresent()) {
                SortedSet<IpAddress> of = macs.get(mac.get());
                if (of != null) {
                    of.addAll(vteps);
                } else if (vni != null && mac.get().equals(EVERYBODY)) {
                    vteps.forEach(vtep -> flood.add(new FloodEntry(vni, vtep)));
                }
            }
        }
        byte[] nothing = new byte[0];
        return new OverlayTables(
                macs,
                tables.neighbors(),
                KernelTables.read(routes, nothing, nothing).routes(),
                flood,
                new TreeMap<>());
    }

    /** Whether MACs lead to next hops with a number, as those on Ethernet segments do; kernels before 5.3 have none. */
    static boolean hasGroups(byte[] fdb) throws BadField {
        return KernelTables.items("fdb", fdb).stream()
                .anyMatch(each -> each.object().members().containsKey("nhid"));
    }

    /** By the number of a next hop or of a group of them. */
    private static Map<Long, List<IpAddress>> groups(byte[] nexthops) throws BadField {
        Map<Long, List<IpAddress>> found = new HashMap<>();
        List<Fields> all = KernelTables.items("nexthops", nexthops);
        for (Fields each : all) {
            List<IpAddress> vias = found.computeIfAbsent(id(each, "id"), _ -> new ArrayList<>());
            each.parsed("gateway", IpAddress::parse).ifPresent(vias::add);
        }
        for (Fields each : all) {
            for (Fields member : each.objects("group")) {
                found.getOrDefault(id(each, "id"), new ArrayList<>())
                        .addAll(found.getOrDefault(id(member, "id"), List.of()));
            }
        }
        return found;
    }

    private static long id(Fields of, String name) throws BadField {
        return of.number(name, 0, 0xFFFF_FFFFL).orElse(0L);
    }

    private static Map<String, Vni> vnis(byte[] tunnels) throws BadField {
        Map<String, Vni> vnis = new HashMap<>();
        for (Fields each : KernelTables.items("link", tunnels)) {
            for (Fields info : each.object("linkinfo").stream().toList()) {
                for (Fields data : info.object("info_data").stream().toList()) {
                    // 0 is a tunnel whose VNI is in its routes.
                    long id = data.number("id", 0, 0xFF_FFFF).orElse(0L);
                    if (id > 0) {
                        vnis.put(each.text("ifname").orElse(""), new Vni((int) id));
                    }
                }
            }
        }
        return vnis;
    }
}
