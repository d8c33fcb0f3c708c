package io.heddle.scenarios.text;

import io.heddle.model.fabric.VrfName;
import io.heddle.model.net.IpAddress;
import io.heddle.model.tables.FdbEntry;
import io.heddle.model.tables.FloodEntry;
import io.heddle.model.tables.NeighborEntry;
import io.heddle.model.tables.NextHop;
import io.heddle.model.tables.RouteEntry;
import io.heddle.model.tables.RouteSource;
import java.util.stream.Collectors;

/** Table entries in a line each, in the words that {@code ip route}, {@code ip neigh} and {@code bridge fdb} use. */
public final class EntryText {

    private EntryText() {}

    public static String of(RouteEntry route) {
        String vrf = route.vrf().equals(VrfName.DEFAULT) ? "" : " vrf " + route.vrf();
        return route.prefix() + vrf + " " + of(route.source()) + " "
                + route.nextHops().stream().map(EntryText::of).collect(Collectors.joining(", "));
    }

    private static String of(RouteSource source) {
        return switch (source) {
            case LOCAL -> "local";
            case CONNECTED -> "connected";
            case STATIC -> "static";
            case BGP_EXTERNAL -> "ebgp";
            case BGP_INTERNAL -> "ibgp";
            case AGGREGATE -> "aggregate";
            case EVPN -> "evpn";
        };
    }

    private static String of(NextHop hop) {
        return switch (hop) {
            case NextHop.Local _ -> "own address";
            case NextHop.Discard _ -> "discard";
            case NextHop.OnPort on -> "dev " + on.port();
            case NextHop.OnVlan on -> "dev vlan" + on.vlan();
            case NextHop.ViaPort via -> "via " + via.neighbor() + " dev " + via.port();
            case NextHop.ViaVlan via -> "via " + via.address() + " dev vlan" + via.vlan();
            case NextHop.ViaVtep via -> "via vtep " + via.vtep() + " vni " + via.l3vni();
        };
    }

    public static String of(NeighborEntry neighbor) {
        return neighbor.address() + " dev vlan" + neighbor.vlan() + " lladdr " + neighbor.mac()
                + neighbor.vtep().map(vtep -> " vtep " + vtep).orElse("");
    }

    public static String of(FdbEntry mac) {
        String target =
                switch (mac.target()) {
                    case FdbEntry.Target.Port port -> "dev " + port.bridgePort();
                    case FdbEntry.Target.Vteps remote ->
                        "vtep "
                                + remote.vteps().stream()
                                        .map(IpAddress::toString)
                                        .collect(Collectors.joining(", "));
                };
        return mac.mac() + " vlan " + mac.vlan() + " " + target;
    }

    public static String of(FloodEntry member) {
        return "vni " + member.vni() + " vtep " + member.vtep();
    }
}
