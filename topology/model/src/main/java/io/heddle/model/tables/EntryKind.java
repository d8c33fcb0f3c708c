package io.heddle.model.tables;

import io.heddle.model.net.Prefix;

/**
 * The kinds of entry that an audit counts. A placement rule maps each kind to the ASIC tables it occupies; the kinds are therefore
 * as fine as the differences between platforms.
 */
public enum EntryKind {
    /** An own address (the loopback); a /32 or /128. */
    LOCAL_V4,
    LOCAL_V6,
    /** IPv4 routes shorter than /32, of whatever source. */
    ROUTE_V4,
    /** IPv6 routes up to /64. */
    ROUTE_V6_SHORT,
    /** IPv6 routes from /65 to /127. */
    ROUTE_V6_LONG,
    /** Routes to /32 and /128 prefixes that are not own addresses, in the default VRF or by static or BGP in any. */
    HOST_ROUTE_V4,
    HOST_ROUTE_V6,
    /** The same, learned by EVPN and pointing at a remote VTEP (symmetric IRB). */
    OVERLAY_HOST_ROUTE_V4,
    OVERLAY_HOST_ROUTE_V6,
    /** ARP and ND entries of hosts on the switch's own ports, on VLANs without a VNI. */
    NEIGHBOR_V4,
    NEIGHBOR_V6,
    /** ARP and ND entries on VLANs with a VNI: own hosts and those behind remote VTEPs. */
    OVERLAY_NEIGHBOR_V4,
    OVERLAY_NEIGHBOR_V6,
    /** MAC addresses, local and remote. */
    MAC,
    /** Distinct next hops across routed links and VLANs, remote VTEPs excluded. */
    NEXT_HOP,
    /** Distinct (L3VNI, VTEP) pairs that routes use. */
    OVERLAY_NEXT_HOP,
    /** Distinct sets of two or more next hops. */
    ECMP_GROUP,
    /** The sum of their sizes. */
    ECMP_MEMBER,
    /** Distinct remote VTEPs, see {@link SwitchTables#remoteVteps}. */
    REMOTE_VTEP,
    /** Members of the longest flood list of one VNI. */
    VTEP_PER_VNI,
    /** VNIs configured, L3VNIs included. */
    VNI,
    VLAN,
    /** VLAN interfaces on overlay VLANs, and one per L3VNI. */
    OVERLAY_RIF;

    /** Which kind a route counts as. */
    public static EntryKind of(RouteEntry route) {
        boolean host = route.prefix().isHost();
        if (host && route.source() == RouteSource.LOCAL) {
            return route.prefix().address().isV4() ? LOCAL_V4 : LOCAL_V6;
        }
        if (host && route.source() == RouteSource.EVPN) {
            return route.prefix().address().isV4() ? OVERLAY_HOST_ROUTE_V4 : OVERLAY_HOST_ROUTE_V6;
        }
        return ofLearned(route.prefix());
    }

    /** Which kind a route to this prefix counts as, if it is neither an own address nor learned by EVPN. */
    public static EntryKind ofLearned(Prefix prefix) {
        if (prefix.address().isV4()) {
            return prefix.isHost() ? HOST_ROUTE_V4 : ROUTE_V4;
        }
        return prefix.isHost() ? HOST_ROUTE_V6 : prefix.length() <= 64 ? ROUTE_V6_SHORT : ROUTE_V6_LONG;
    }
}
