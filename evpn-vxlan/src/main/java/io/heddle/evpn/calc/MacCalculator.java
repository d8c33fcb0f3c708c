package io.heddle.evpn.calc;

import io.heddle.model.net.IpAddress;
import io.heddle.model.net.Mac;
import io.heddle.model.tables.FdbEntry;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** MAC addresses: behind own ports, or behind VTEPs. Single-threaded. */
final class MacCalculator {

    private final LocalHosts locals;
    private final Frozen frozen;

    MacCalculator(LocalHosts locals, Frozen frozen) {
        this.locals = locals;
        this.frozen = frozen;
    }

    Spread spread(MacVrf vrf, long mac) {
        Path.Host[] paths = Hosts.orNone(vrf.macs.get(mac));
        SwitchSet here = alone(vrf.key.vlan().value(), mac);
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
        int vlan = vrf.key.vlan().value();
        LocalHost local = locals.at(at, vlan, mac);
        Place place = frozen.place(at, vlan, mac);
        if (local != null && isHere(local, paths, place)) {
            return entry(vrf, mac, new FdbEntry.Target.Port(local.port()), List.of());
        }
        List<IpAddress> vteps = Selection.vteps(paths, at, vrf, each -> isThere(each, place));
        return vteps.isEmpty() ? Outcome.NOTHING : entry(vrf, mac, new FdbEntry.Target.Vteps(vteps), vteps);
    }

    private static Outcome entry(MacVrf vrf, long mac, FdbEntry.Target target, List<IpAddress> tunnels) {
        return new Outcome(new TableEntry.Fdb(new FdbEntry(vrf.key.vlan(), new Mac(mac), target)), tunnels);
    }

    /** The switches where a MAC may be otherwise than where VTEPs alone decide. */
    SwitchSet alone(int vlan, long mac) {
        return locals.switchesOf(vlan, mac).or(frozen.switchesOf(mac));
    }

    /** Whether a host is behind the switch's own ports and nobody has announced since that it moved away. */
    boolean isLocal(@Nullable MacVrf vrf, long mac, int at) {
        if (vrf == null) {
            return false;
        }
        int vlan = vrf.key.vlan().value();
        LocalHost local = locals.at(at, vlan, mac);
        return local != null && isHere(local, Hosts.orNone(vrf.macs.get(mac)), frozen.place(at, vlan, mac));
    }

    /** Whether a switch listens to a path: not of a host of its own, nor of one that it has frozen elsewhere. */
    boolean admits(@Nullable MacVrf vrf, Path.Host path, int at) {
        return vrf == null
                || isThere(path, frozen.place(at, vrf.key.vlan().value(), path.mac())) && !isLocal(vrf, path.mac(), at);
    }

    private static boolean isHere(LocalHost local, Path.Host[] paths, @Nullable Place place) {
        return switch (place) {
            case null -> local.rank() >= Selection.bestRank(paths, local.at());
            case Place.Here _ -> true;
            case Place.There _ -> false;
        };
    }

    private static boolean isThere(Path.Host path, @Nullable Place place) {
        return switch (place) {
            case null -> true;
            case Place.Here _ -> false;
            case Place.There there -> there.vteps().contains(path.vtep());
        };
    }

    /** Those that announce where a MAC is now. */
    Place.There announcers(MacVrf vrf, long mac, int at) {
        Path.Host[] paths = Hosts.orNone(vrf.macs.get(mac));
        long best = Selection.bestRank(paths, at);
        Set<Vtep> vteps = new LinkedHashSet<>();
        for (Path.Host each : paths) {
            if (each.rank() == best && each.isUsableAt(at)) {
                vteps.add(each.vtep());
            }
        }
        return new Place.There(vteps);
    }
}
