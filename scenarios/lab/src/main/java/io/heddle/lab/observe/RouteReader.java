package io.heddle.lab.observe;

import io.heddle.lab.json.JsonValue;
import io.heddle.lab.layout.Meaning;
import io.heddle.lab.layout.SwitchFace;
import io.heddle.model.fabric.VrfName;
import io.heddle.model.net.IpAddress;
import io.heddle.model.net.IpFamily;
import io.heddle.model.net.Prefix;
import io.heddle.model.tables.NextHop;
import io.heddle.model.tables.RouteEntry;
import io.heddle.model.tables.RouteSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Reads a kernel route in the words of the model. */
final class RouteReader {

    private final SwitchFace face;
    private final VrfName vrf;

    /** Prefixes whose best path is internal: the kernel does not know. */
    private final Set<Prefix> internal;

    RouteReader(SwitchFace face, VrfName vrf, Set<Prefix> internal) {
        this.face = face;
        this.vrf = vrf;
        this.internal = internal;
    }

    /** The route, or nothing where the model has no word for it: link-local, multicast, broadcast, own interface addresses. */
    Optional<RouteEntry> read(JsonValue route, IpFamily family) {
        Optional<Prefix> prefix = prefix(route, family);
        if (prefix.isEmpty()) {
            return Optional.empty();
        }
        IpAddress address = prefix.get().address();
        if (address.isLinkLocal() || isMulticast(address) || isLoopback(address)) {
            return Optional.empty();
        }
        String device = route.text("dev").orElse("");
        String type = route.text("type").orElse("unicast");
        boolean localTable = route.text("table").filter("local"::equals).isPresent();
        boolean discard = type.equals("blackhole") || type.equals("unreachable");
        // The kernel puts IPv6 routes that discard on lo.
        if (localTable || device.equals("lo") && !discard) {
            boolean own = device.equals("lo") && prefix.get().isHost() && !type.equals("broadcast");
            return own
                    ? Optional.of(new RouteEntry(vrf, prefix.get(), RouteSource.LOCAL, List.of(new NextHop.Local())))
                    : Optional.empty();
        }
        String protocol = route.text("protocol").orElse("");
        List<NextHop> hops = discard ? List.of(new NextHop.Discard()) : hops(route, protocol);
        return hops.isEmpty()
                ? Optional.empty()
                : Optional.of(new RouteEntry(vrf, prefix.get(), source(protocol, discard, prefix.get(), hops), hops));
    }

    private static Optional<Prefix> prefix(JsonValue route, IpFamily family) {
        return route.text("dst").map(text -> {
            if (text.equals("default")) {
                return Prefix.covering(family == IpFamily.IPV4 ? IpAddress.v4(0) : IpAddress.v6(0, 0), 0);
            }
            return text.indexOf('/') >= 0 ? Prefix.parse(text) : Prefix.host(IpAddress.parse(text));
        });
    }

    private List<NextHop> hops(JsonValue route, String protocol) {
        List<JsonValue> legs = new ArrayList<>(route.items("nexthops"));
        if (legs.isEmpty()) {
            legs.add(route);
        }
        TreeSet<NextHop> hops = new TreeSet<>();
        for (JsonValue each : legs) {
            hop(each, protocol).ifPresent(hops::add);
        }
        return List.copyOf(hops);
    }

    private Optional<NextHop> hop(JsonValue leg, String protocol) {
        Optional<IpAddress> gateway = leg.text("gateway")
                .or(() -> leg.find("via").flatMap(via -> via.text("host")))
                .map(IpAddress::parse);
        boolean connected = protocol.equals("kernel") && gateway.isEmpty();
        boolean dead = leg.items("flags").stream().anyMatch(each -> each.equals(new JsonValue.Scalar("dead")));
        Optional<Meaning> meaning = leg.text("dev").flatMap(face::meaning);
        if (meaning.isEmpty() || dead) {
            return Optional.empty();
        }
        return switch (meaning.get()) {
            case Meaning.Routed routed ->
                Optional.of(
                        connected
                                ? new NextHop.OnPort(routed.port())
                                : new NextHop.ViaPort(routed.port(), routed.neighbor()));
            case Meaning.Vlan vlan ->
                connected
                        ? Optional.of(new NextHop.OnVlan(vlan.vlan()))
                        : gateway.map(each -> new NextHop.ViaVlan(vlan.vlan(), each));
            case Meaning.Tenant tenant -> gateway.map(each -> new NextHop.ViaVtep(tenant.l3vni(), unmapped(each)));
            case Meaning.Loopback _, Meaning.Member _, Meaning.Tunnel _, Meaning.TenantTunnel _ -> Optional.empty();
        };
    }

    /** FRR writes an IPv4 VTEP of an IPv6 route as ::ffff:a.b.c.d (RFC 4291 section 2.5.5.2). */
    private static IpAddress unmapped(IpAddress address) {
        boolean mapped = !address.isV4() && address.high() == 0 && address.low() >>> 32 == 0xFFFF;
        return mapped ? IpAddress.v4(address.low() & 0xFFFF_FFFFL) : address;
    }

    private RouteSource source(String protocol, boolean discard, Prefix prefix, List<NextHop> hops) {
        if (protocol.equals("kernel")) {
            return RouteSource.CONNECTED;
        }
        if (!protocol.equals("bgp")) {
            return RouteSource.STATIC;
        }
        if (discard) {
            return RouteSource.AGGREGATE;
        }
        if (hops.stream().allMatch(each -> each instanceof NextHop.ViaVtep)) {
            return RouteSource.EVPN;
        }
        return internal.contains(prefix) ? RouteSource.BGP_INTERNAL : RouteSource.BGP_EXTERNAL;
    }

    private static boolean isMulticast(IpAddress address) {
        return address.isV4() ? address.low() >>> 28 == 0xE : address.high() >>> 56 == 0xFF;
    }

    private static boolean isLoopback(IpAddress address) {
        return address.isV4() ? address.low() >>> 24 == 127 : address.high() == 0 && address.low() == 1;
    }
}
