package io.heddle.simulator.stable;

import io.heddle.bgp.attribute.Origin;

/** A router that puts a prefix into BGP, and how (section 3). */
record Originator(Router router, Kind kind, Origin origin) implements Comparable<Originator> {

    enum Kind {
        /** Unconditionally part of its table. */
        OWN,
        /** Sent, but never its own route. */
        DEFAULT,
        /** While something more specific is in its table. */
        AGGREGATE
    }

    @Override
    public int compareTo(Originator other) {
        int byRouter = Integer.compare(router.number(), other.router.number());
        if (byRouter != 0) {
            return byRouter;
        }
        int byKind = kind.compareTo(other.kind);
        return byKind != 0 ? byKind : origin.compareTo(other.origin);
    }
}
