package io.heddle.bgp.decision;

/** Where a router has a route from, in order of preference (after the attributes that come first). */
public enum RouteSourceKind {
    ORIGINATED,
    EXTERNAL,
    INTERNAL
}
