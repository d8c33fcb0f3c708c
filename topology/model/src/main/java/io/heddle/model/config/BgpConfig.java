package io.heddle.model.config;

import io.heddle.model.net.Asn;
import io.heddle.model.net.IpAddress;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;

/**
 * A router's BGP.
 *
 * @param routerId an IPv4 address used as the identifier; breaks ties
 * @param maxPaths the widest ECMP group, for eBGP and iBGP alike; 1 switches multipath off
 * @param multipathRelax paths of equal length through different ASes may share a group
 */
public record BgpConfig(
        Asn asn,
        IpAddress routerId,
        List<Neighbor> neighbors,
        List<Origination> originations,
        int maxPaths,
        boolean multipathRelax) {

    public BgpConfig {
        neighbors = List.copyOf(neighbors);
        originations = List.copyOf(originations);
        if (!routerId.isV4()) {
            throw new IllegalArgumentException("router id " + routerId + " is not 32 bits wide");
        }
        if (maxPaths < 1) {
            throw new IllegalArgumentException("maximum-paths " + maxPaths + " is below 1");
        }
    }

    /** The same with other neighbours. */
    public BgpConfig withNeighbors(List<Neighbor> changed) {
        return new BgpConfig(asn, routerId, changed, originations, maxPaths, multipathRelax);
    }

    /** The same that originates this too. */
    public BgpConfig withOrigination(Origination added) {
        if (originations.contains(added)) {
            return this;
        }
        List<Origination> all = new ArrayList<>(originations);
        all.add(added);
        return new BgpConfig(asn, routerId, neighbors, all, maxPaths, multipathRelax);
    }

    /** The same with a further change to all that is sent to anybody. */
    public BgpConfig marking(Action last) {
        IdentityHashMap<PeerGroup, PeerGroup> groups = new IdentityHashMap<>();
        List<Neighbor> marked = neighbors.stream()
                .map(each -> new Neighbor(
                        each.peer(),
                        each.port(),
                        each.address(),
                        each.remoteAs(),
                        groups.computeIfAbsent(each.group(), group -> group.marking(last))))
                .toList();
        return new BgpConfig(asn, routerId, marked, originations, maxPaths, multipathRelax);
    }
}
