package io.heddle.lab.diff;

import io.heddle.model.tables.FdbEntry;
import io.heddle.model.tables.NeighborEntry;
import io.heddle.model.tables.NextHop;
import io.heddle.model.tables.RouteEntry;
import java.util.Locale;
import java.util.stream.Collectors;

/** What an entry says, without its key. */
final class EntryWords {

    private EntryWords() {}

    static String of(RouteEntry route) {
        return route.source().name().toLowerCase(Locale.ROOT).replace('_', '-') + " "
                + route.nextHops().stream().map(EntryWords::of).collect(Collectors.joining(", "));
    }

    private static String of(NextHop hop) {
        return switch (hop) {
            case NextHop.Local _ -> "itself";
            case NextHop.Discard _ -> "discard";
            case NextHop.OnPort on -> "on " + on.port();
            case NextHop.OnVlan on -> "on VLAN " + on.vlan();
            case NextHop.ViaPort via -> via.neighbor() + " by " + via.port();
            case NextHop.ViaVlan via -> via.address() + " on VLAN " + via.vlan();
            case NextHop.ViaVtep via -> "VTEP " + via.vtep() + " by L3VNI " + via.l3vni();
        };
    }

    static String of(NeighborEntry neighbor) {
        return neighbor.mac()
                + neighbor.vtep().map(each -> " behind VTEP " + each).orElse("");
    }

    static String of(FdbEntry entry) {
        return switch (entry.target()) {
            case FdbEntry.Target.Port port -> "port " + port.bridgePort();
            case FdbEntry.Target.Vteps remote ->
                "VTEP " + remote.vteps().stream().map(Object::toString).collect(Collectors.joining(", "));
        };
    }
}
