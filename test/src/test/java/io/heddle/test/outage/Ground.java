package io.heddle.test.outage;

/** Where drills happen. */
enum Ground {
    /** Nodes that speak BGP; nothing watches sessions but their hold timers. */
    PLAIN,
    /** The same with BFD between switches. */
    WATCHED,
    /** Pods on one VLAN over EVPN, a leaf a rack. */
    BRIDGED
}
