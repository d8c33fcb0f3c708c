package io.heddle.render.frr;

/** The daemons of FRR that are configured. */
public enum FrrDaemon {
    ZEBRA,
    STATICD,
    BGPD,
    BFDD
}
