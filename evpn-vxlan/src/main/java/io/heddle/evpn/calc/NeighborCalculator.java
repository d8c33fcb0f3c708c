package io.heddle.evpn.calc;

import io.heddle.model.net.IpAddress;
import io.heddle.model.net.Mac;
import io.heddle.model.tables.NeighborEntry;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * ARP and ND entries on VLAN interfaces: of own hosts, and of remote ones by their routes, which is also what the switch answers
 * requests from (RFC 7432 section 10). Single-threaded.
 */
final class NeighborCalculator {

    /** Of several that claim an address: the higher rank, then the lower VTEP, then the lower MAC. */
    private static final Comparator<Path.Host> BETTER_FIRST = Comparator.comparingLong(Path.Host::rank)
            .reversed()
            .thenComparing(Path.Host::vtep)
            .thenComparingLong(Path.Host::mac);

    private static final Comparator<LocalHost> BETTER_LOCAL_FIRST =
            Comparator.comparingLong(LocalHost::rank).reversed().thenComparing(LocalHost::mac);

    private final LocalHosts locals;
    private final MacCalculator macs;

    NeighborCalculator(LocalHosts locals, MacCalculator macs) {
        this.locals = locals;
        this.macs = macs;
    }

    Spread spread(MacVrf vrf, IpAddress address) {
        int vlan = vrf.key.vlan().value();
        Path.Host[] paths = Hosts.orNone(vrf.addresses.get(address));
        List<LocalHost> here = locals.ofAddress(vlan, address);
        if (paths.length == 0 && here.isEmpty()) {
            return Spread.EMPTY;
        }
        SwitchSet covering = vrf.covering(address);
        List<SwitchSet> splitters = new ArrayList<>(2);
        Selection.splitters(paths, splitters);
        SwitchSet alone = locals.switches(here);
        for (Path.Host each : paths) {
            alone = alone.or(macs.alone(vlan, each.mac()));
        }
        return Spread.of(vrf.importers.and(covering), alone, splitters, at -> outcome(vrf, address, at));
    }

    /** At a switch whose VLAN interface covers the address. */
    Outcome outcome(MacVrf vrf, IpAddress address, int at) {
        Path.@Nullable Host remote = null;
        for (Path.Host each : Hosts.orNone(vrf.addresses.get(address))) {
            if (each.isUsableAt(at)
                    && (remote == null || BETTER_FIRST.compare(each, remote) < 0)
                    && macs.admits(vrf, each, at)) {
                remote = each;
            }
        }
        LocalHost local = null;
        for (LocalHost each : locals.ofAddress(vrf.key.vlan().value(), address)) {
            if (each.at() == at
                    && (local == null || BETTER_LOCAL_FIRST.compare(each, local) < 0)
                    && macs.isLocal(vrf, each.mac().bits(), at)) {
                local = each;
            }
        }
        if (local != null && (remote == null || local.rank() >= remote.rank())) {
            return new Outcome(entry(vrf, address, local.mac(), Optional.empty()), List.of());
        }
        if (remote == null) {
            return Outcome.NOTHING;
        }
        IpAddress vtep = remote.vtep().address;
        return new Outcome(entry(vrf, address, remote.macAddress(), Optional.of(vtep)), List.of(vtep));
    }

    private static TableEntry entry(MacVrf vrf, IpAddress address, Mac mac, Optional<IpAddress> vtep) {
        return new TableEntry.Neighbor(new NeighborEntry(vrf.key.vlan(), address, mac, vtep));
    }
}
