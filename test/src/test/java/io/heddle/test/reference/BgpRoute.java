package io.heddle.test.reference;

import io.heddle.model.config.Community;
import io.heddle.model.fabric.DeviceName;
import io.heddle.model.net.Asn;
import io.heddle.model.net.IpAddress;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * A route's attributes.
 *
 * @param nextHop the router that NEXT_HOP names
 */
record BgpRoute(
        List<Asn> asPath,
        long localPref,
        OptionalLong med,
        Origin origin,
        Set<Community> communities,
        Optional<IpAddress> originatorId,
        List<IpAddress> clusterList,
        DeviceName nextHop) {

    static final long DEFAULT_LOCAL_PREF = 100;

    BgpRoute {
        asPath = List.copyOf(asPath);
        communities = Set.copyOf(communities);
        clusterList = List.copyOf(clusterList);
    }

    /** Section 3: what a router puts into BGP itself. */
    static BgpRoute originatedBy(DeviceName router, Origin origin) {
        return new BgpRoute(
                List.of(),
                DEFAULT_LOCAL_PREF,
                OptionalLong.empty(),
                origin,
                Set.of(),
                Optional.empty(),
                List.of(),
                router);
    }

    BgpRoute withLocalPref(long value) {
        return new BgpRoute(asPath, value, med, origin, communities, originatorId, clusterList, nextHop);
    }

    BgpRoute withMed(OptionalLong value) {
        return new BgpRoute(asPath, localPref, value, origin, communities, originatorId, clusterList, nextHop);
    }

    BgpRoute withCommunities(Set<Community> value) {
        return new BgpRoute(asPath, localPref, med, origin, value, originatorId, clusterList, nextHop);
    }

    BgpRoute withNextHop(DeviceName value) {
        return new BgpRoute(asPath, localPref, med, origin, communities, originatorId, clusterList, value);
    }

    BgpRoute withReflection(Optional<IpAddress> originator, List<IpAddress> clusters) {
        return new BgpRoute(asPath, localPref, med, origin, communities, originator, clusters, nextHop);
    }

    BgpRoute prepended(Asn asn, int times) {
        List<Asn> longer = new ArrayList<>(Collections.nCopies(times, asn));
        longer.addAll(asPath);
        return new BgpRoute(longer, localPref, med, origin, communities, originatorId, clusterList, nextHop);
    }
}
