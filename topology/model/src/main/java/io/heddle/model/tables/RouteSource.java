package io.heddle.model.tables;

/** Who put a route into the table. Order is preference: the lower wins a prefix (administrative distance). */
public enum RouteSource {
    LOCAL,
    CONNECTED,
    STATIC,
    BGP_EXTERNAL,
    BGP_INTERNAL,
    /** The discard route of an aggregate the switch originates. */
    AGGREGATE,
    /** A host or prefix route learned by EVPN (types 2 and 5). */
    EVPN
}
