package io.heddle.test.bench.bgp;

/**
 * What the routes of a load look like. A route is known by its index in one range of addresses, so that a receiver finds the index by arithmetic.
 */
enum Shape {
    /** A table as a border sees it: /24s, one attribute set per 10, AS paths of 3 to 5, a MED, two communities. */
    TAB(24, 0x10_00_00_00, 10),
    /** Pods: /32s, one attribute set per node of 110, an empty AS path, the node as next hop. */
    POD(32, 0x64_00_00_00, 110),
    /** Pods in EVPN: type 2 with MAC and IPv4 address, one attribute set per node of 110. */
    EVPN(32, 0x64_00_00_00, 110);

    private final int prefixLength;
    private final int base;
    private final int group;

    Shape(int prefixLength, int base, int group) {
        this.prefixLength = prefixLength;
        this.base = base;
        this.group = group;
    }

    int prefixLength() {
        return prefixLength;
    }

    /** Routes that share an attribute set. */
    int group() {
        return group;
    }

    /** Routes in one UPDATE: an attribute set's, or half of them where 110 exceed 4,096 octets. */
    int message() {
        return this == EVPN ? group / 2 : group;
    }

    /** Address of the route with an index. */
    int address(int index) {
        return base + (index << 32 - prefixLength);
    }

    /** Index of the route with an address; out of the load's range when the address is none of ours. */
    int index(int address) {
        return address - base >>> 32 - prefixLength;
    }
}
