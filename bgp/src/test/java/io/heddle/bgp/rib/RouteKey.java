package io.heddle.bgp.rib;

import io.heddle.model.net.Prefix;

/** What names a route on the wire: its prefix, and its path identifier where there is one. */
record RouteKey(Prefix prefix, int pathId) implements Comparable<RouteKey> {

    @Override
    public int compareTo(RouteKey other) {
        int byPrefix = prefix.compareTo(other.prefix);
        return byPrefix != 0 ? byPrefix : Integer.compare(pathId, other.pathId);
    }
}
