package io.heddle.evpn.calc;

import io.heddle.model.net.IpAddress;
import io.heddle.model.net.Prefix;
import io.heddle.model.net.VlanId;
import io.heddle.model.tables.NextHop;
import io.heddle.model.tables.RouteEntry;
import io.heddle.model.tables.RouteSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** Routes of IP-VRFs: connected subnets, then hosts by type 2, then prefixes by type 5. Single-threaded. */
final class RouteCalculator {

    private final MacCalculator macs;
    private final IntFunction<@Nullable SwitchState> switches;
    private final IntFunction<List<MacVrf>> macVrfsOfVni;

    RouteCalculator(
            MacCalculator macs, IntFunction<@Nullable SwitchState> switches, IntFunction<List<MacVrf>> macVrfsOfVni) {
        this.macs = macs;
        this.switches = switches;
        this.macVrfsOfVni = macVrfsOfVni;
    }

    Spread spread(IpVrf vrf, Prefix prefix) {
        Path.Host[] hosts = hosts(vrf, prefix);
        List<Path.Subnet> subnets = vrf.subnets.getOrDefault(prefix, List.of());
        Collection<SwitchSet> connected =
                vrf.connected.getOrDefault(prefix, Map.of()).values();
        if (hosts.length == 0 && subnets.isEmpty() && connected.isEmpty()) {
            return Spread.EMPTY;
        }
        List<SwitchSet> splitters = new ArrayList<>(2);
        Selection.splitters(hosts, splitters);
        for (Path.Subnet each : subnets) {
            if (!splitters.contains(each.vtep().usable)) {
                splitters.add(each.vtep().usable);
            }
        }
        splitters.addAll(connected);
        return Spread.of(vrf.importers, localTo(vrf, hosts), splitters, at -> outcome(vrf, prefix, at));
    }

    private static Path.Host[] hosts(IpVrf vrf, Prefix prefix) {
        return prefix.isHost() ? Hosts.orNone(vrf.hosts.get(prefix.address())) : Hosts.NONE;
    }

    /** The switches that have the host of some path behind own ports. */
    private SwitchSet localTo(IpVrf vrf, Path.Host[] hosts) {
        SwitchSet found = vrf.none;
        for (Path.Host each : hosts) {
            for (MacVrf bridged : macVrfsOfVni.apply(each.vni())) {
                found = found.or(macs.alone(bridged.key.vlan().value(), each.mac()));
            }
        }
        return found;
    }

    Outcome outcome(IpVrf vrf, Prefix prefix, int at) {
        List<IpAddress> tunnels = subnetVteps(vrf, prefix, at);
        VlanId vlan = connected(vrf, prefix, at);
        if (vlan != null) {
            return new Outcome(entry(vrf, prefix, RouteSource.CONNECTED, List.of(new NextHop.OnVlan(vlan))), tunnels);
        }
        SwitchState here = switches.apply(at);
        List<IpAddress> found = Selection.vteps(
                hosts(vrf, prefix), at, null, each -> here == null || macs.admits(here.ofVni(each.vni()), each, at));
        if (found.isEmpty()) {
            return tunnels.isEmpty()
                    ? Outcome.NOTHING
                    : new Outcome(entry(vrf, prefix, RouteSource.EVPN, via(vrf, tunnels)), tunnels);
        }
        TableEntry entry = entry(vrf, prefix, RouteSource.EVPN, via(vrf, found));
        if (tunnels.isEmpty()) {
            return new Outcome(entry, found);
        }
        TreeSet<IpAddress> both = new TreeSet<>(tunnels);
        both.addAll(found);
        return new Outcome(entry, List.copyOf(both));
    }

    private static TableEntry entry(IpVrf vrf, Prefix prefix, RouteSource source, List<NextHop> nextHops) {
        return new TableEntry.Route(new RouteEntry(vrf.key.name(), prefix, source, nextHops));
    }

    private static List<NextHop> via(IpVrf vrf, List<IpAddress> vteps) {
        List<NextHop> hops = new ArrayList<>(vteps.size());
        vteps.forEach(each -> hops.add(new NextHop.ViaVtep(vrf.key.l3vni().orElseThrow(), each)));
        return hops;
    }

    private static List<IpAddress> subnetVteps(IpVrf vrf, Prefix prefix, int at) {
        List<Path.Subnet> paths = vrf.subnets.getOrDefault(prefix, List.of());
        return paths.isEmpty()
                ? List.of()
                : paths.stream()
                        .filter(each -> each.vtep().usable.contains(at))
                        .map(each -> each.vtep().address)
                        .sorted()
                        .distinct()
                        .toList();
    }

    private static @Nullable VlanId connected(IpVrf vrf, Prefix prefix, int at) {
        for (Map.Entry<VlanId, SwitchSet> each :
                vrf.connected.getOrDefault(prefix, Map.of()).entrySet()) {
            if (each.getValue().contains(at)) {
                return each.getKey();
            }
        }
        return null;
    }
}
