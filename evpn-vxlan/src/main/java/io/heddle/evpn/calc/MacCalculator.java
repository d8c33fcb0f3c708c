package io.heddle.evpn.calc;

import io.heddle.model.net.IpAddress;
import io.heddle.model.net.Mac;
import io.heddle.model.tables.FdbEntry;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** MAC addresses: behind own ports, or behind VTEPs. Single-threaded. */
final class MacCalculator {

    private final LocalHosts locals;

    MacCalculator(LocalHosts locals) {
        this.locals = locals;
    }

    Spread spread(MacVrf vrf, long mac) {
        Path.Host[] paths = Hosts.orNone(vrf.macs.get(mac));
        SwitchSet here = locals.switchesOf(vrf.key.vlan().value(), mac);
        if (paths.length == 0 && here.isEmpty()) {
            return Spread.EMPTY;
        }
        List<SwitchSet> splitters = new ArrayList<>(2);
        Selection.splitters(paths, splitters);
        return Spread.of(vrf.importers, here, splitters, at -> outcome(vrf, mac, paths, at));
    }

    Outcome outcome(MacVrf vrf, long mac, int at) {
        return outcome(vrf, mac, Hosts.orNone(vrf.macs.get(mac)), at);
    }

    private Outcome outcome(MacVrf vrf, long mac, Path.Host[] paths, int at) {
        LocalHost local = locals.at(at, vrf.key.vlan().value(), mac);
        if (local != null && local.rank() >= Selection.bestRank(paths, at)) {
            return entry(vrf, mac, new FdbEntry.Target.Port(local.port()), List.of());
        }
        List<IpAddress> vteps = Selection.vteps(paths, at, vrf, _ -> true);
        return vteps.isEmpty() ? Outcome.NOTHING : entry(vrf, mac, new FdbEntry.Target.Vteps(vteps), vteps);
    }

    private static Outcome entry(MacVrf vrf, long mac, FdbEntry.Target target, List<IpAddress> tunnels) {
        return new Outcome(new TableEntry.Fdb(new FdbEntry(vrf.key.vlan(), new Mac(mac), target)), tunnels);
    }

    /** Whether a host is behind the switch's own ports and nobody has announced since that it moved away. */
    boolean isLocal(@Nullable MacVrf vrf, long mac, int at) {
        if (vrf == null) {
            return false;
        }
        LocalHost local = locals.at(at, vrf.key.vlan().value(), mac);
        return local != null && local.rank() >= Selection.bestRank(Hosts.orNone(vrf.macs.get(mac)), at);
    }
}
