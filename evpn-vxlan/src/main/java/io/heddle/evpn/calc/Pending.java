package io.heddle.evpn.calc;

import io.heddle.model.net.IpAddress;
import io.heddle.model.net.Prefix;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The keys that a batch of inputs touches, each with what switches held under it before. Whoever is about to change something touches
 * all keys that depend on it first; when all inputs are in, each key is worked out once. Single-threaded.
 */
final class Pending {

    private static final int FEW = 100;

    private final MacCalculator macs;
    private final NeighborCalculator neighbors;
    private final RouteCalculator routes;
    private final Tally tally;
    private final Duplicates duplicates;
    private Map<Key, Spread> before = new LinkedHashMap<>();

    /** What was touched last: the inputs about one host touch the same few keys again and again. */
    private @Nullable MacVrf lastMacVrf;

    private long lastMac;
    private @Nullable MacVrf lastNeighborVrf;
    private @Nullable IpAddress lastNeighbor;
    private @Nullable IpVrf lastIpVrf;
    private @Nullable IpAddress lastHost;

    Pending(
            MacCalculator macs,
            NeighborCalculator neighbors,
            RouteCalculator routes,
            Tally tally,
            Duplicates duplicates) {
        this.macs = macs;
        this.neighbors = neighbors;
        this.routes = routes;
        this.tally = tally;
        this.duplicates = duplicates;
    }

    void touch(MacVrf vrf, long mac) {
        if (vrf != lastMacVrf || mac != lastMac) {
            lastMacVrf = vrf;
            lastMac = mac;
            touch(new Key.OfMac(vrf, mac));
        }
    }

    void touch(MacVrf vrf, IpAddress address) {
        if (!vrf.subnets.isEmpty()) {
            touchNeighbor(vrf, address);
        }
    }

    /** Also where no switch has an interface on the VLAN yet. */
    void touchNeighbor(MacVrf vrf, IpAddress address) {
        if (vrf != lastNeighborVrf || !address.equals(lastNeighbor)) {
            lastNeighborVrf = vrf;
            lastNeighbor = address;
            touch(new Key.OfNeighbor(vrf, address));
        }
    }

    void touch(MacVrf vrf, Vtep vtep) {
        touch(new Key.OfFlood(vrf, vtep));
    }

    /** The host route of an address. */
    void touchHost(IpVrf vrf, IpAddress address) {
        if (vrf != lastIpVrf || !address.equals(lastHost)) {
            lastIpVrf = vrf;
            lastHost = address;
            touch(vrf, Prefix.host(address));
        }
    }

    void touch(IpVrf vrf, Prefix prefix) {
        touch(new Key.OfRoute(vrf, prefix));
    }

    private void touch(Key key) {
        before.computeIfAbsent(key, this::spread);
    }

    private Spread spread(Key key) {
        return switch (key) {
            case Key.OfMac each -> macs.spread(each.vrf(), each.mac());
            case Key.OfNeighbor each -> neighbors.spread(each.vrf(), each.address());
            case Key.OfFlood each -> FloodCalculator.spread(each.vrf(), each.vtep());
            case Key.OfRoute each -> routes.spread(each.vrf(), each.prefix());
        };
    }

    /** What became different, in no order yet. */
    List<TableChange> settle() {
        List<TableChange> changes = new ArrayList<>();
        if (duplicates.isDetecting()) {
            // First, since what is frozen by it counts for addresses, all of which are touched when a MAC moves.
            before.forEach((key, old) -> {
                if (key instanceof Key.OfMac mac) {
                    duplicates.changed(mac, old, spread(key), macs);
                }
            });
        }
        before.forEach((key, old) -> {
            Spread now = spread(key);
            if (!now.equals(old)) {
                tally.change(key, old, now);
                differences(old, now, changes);
            }
        });
        if (before.size() > FEW) {
            // A map never gets smaller, and clearing a large one takes long.
            before = new LinkedHashMap<>();
        } else {
            before.clear();
        }
        lastMacVrf = null;
        lastNeighborVrf = null;
        lastIpVrf = null;
        tally.tunnelChanges(changes::add);
        return changes;
    }

    private static void differences(Spread old, Spread now, List<TableChange> changes) {
        for (Spread.Share share : now.shares()) {
            TableEntry entry = share.outcome().entry();
            SwitchSet changed = share.at();
            for (Spread.Share was : old.shares()) {
                if (entry != null && entry.equals(was.outcome().entry())) {
                    changed = changed.andNot(was.at());
                }
            }
            if (entry != null && !changed.isEmpty()) {
                changes.add(new TableChange.Put(entry, changed));
            }
        }
        for (Spread.Share was : old.shares()) {
            TableEntry entry = was.outcome().entry();
            SwitchSet gone = was.at();
            for (Spread.Share share : now.shares()) {
                if (share.outcome().entry() != null) {
                    gone = gone.andNot(share.at());
                }
            }
            if (entry != null && !gone.isEmpty()) {
                changes.add(new TableChange.Removed(entry, gone));
            }
        }
    }
}
