package io.heddle.simulator.drill;

import io.heddle.evpn.calc.TableEntry;
import io.heddle.model.net.IpAddress;
import io.heddle.model.net.Mac;
import io.heddle.model.net.Prefix;
import io.heddle.simulator.timeline.Change;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What of one device's tables a change touched, to ask whether a packet's way depends on it. */
final class Touched {

    private final Set<Prefix> prefixes = new HashSet<>();
    private final Set<Integer> lengths = new TreeSet<>();
    private final Set<IpAddress> neighbors = new HashSet<>();
    private final Set<Mac> macs = new HashSet<>();

    static Touched by(Change.TablesChanged change) {
        Touched touched = new Touched();
        Stream.of(change.put(), change.removed()).flatMap(List::stream).forEach(touched::add);
        return touched;
    }

    private void add(TableEntry entry) {
        switch (entry) {
            case TableEntry.Route(var route) -> {
                prefixes.add(route.prefix());
                lengths.add(route.prefix().length());
            }
            case TableEntry.Fdb(var mac) -> macs.add(mac.mac());
            case TableEntry.Neighbor(var each) -> neighbors.add(each.address());
            case TableEntry.Flood _, TableEntry.Tunnel _ -> {}
        }
    }

    Set<Prefix> prefixes() {
        return prefixes;
    }

    Set<IpAddress> neighbors() {
        return neighbors;
    }

    Set<Mac> macs() {
        return macs;
    }

    /** Whether a walk that met these may differ now. */
    boolean matters(Met met) {
        for (Mac each : met.macs()) {
            if (macs.contains(each)) {
                return true;
            }
        }
        for (IpAddress each : met.lookups()) {
            if (neighbors.contains(each) || isCovered(each)) {
                return true;
            }
        }
        return false;
    }

    private boolean isCovered(IpAddress address) {
        for (int each : lengths) {
            if (each <= address.family().bits() && prefixes.contains(Prefix.covering(address, each))) {
                return true;
            }
        }
        return false;
    }
}
