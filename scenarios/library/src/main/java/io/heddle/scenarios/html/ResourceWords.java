package io.heddle.scenarios.html;

import io.heddle.model.device.Resource;

/** Tables in words that need no manual; the exact name stands beside them. */
final class ResourceWords {

    private ResourceWords() {}

    static String of(Resource resource) {
        return switch (resource) {
            case IPV4_ROUTE -> "IPv4 routes";
            case IPV6_ROUTE -> "IPv6 routes";
            case IPV6_ROUTE_LONG -> "IPv6 routes longer than /64";
            case IPV4_NEIGHBOR -> "IPv4 hosts (ARP)";
            case IPV6_NEIGHBOR -> "IPv6 hosts (ND)";
            case IPV4_NEXTHOP -> "Next hops";
            case NEXTHOP_GROUP -> "ECMP groups";
            case NEXTHOP_GROUP_MEMBER -> "ECMP group members";
            case FDB_ENTRY -> "MAC addresses";
            case ACL_ENTRY -> "Access list entries";
            case REMOTE_VTEP -> "VXLAN tunnels";
            case VTEP_PER_VNI -> "VXLAN tunnels of one VNI";
            case VNI -> "VNIs";
            case VLAN -> "VLANs";
            case OVERLAY_NEXTHOP -> "Overlay next hops";
            case OVERLAY_RIF -> "Overlay router interfaces";
            case UNDERLAY_RIF -> "Underlay router interfaces";
            case BUFFER_BYTES -> "Packet buffer bytes";
        };
    }
}
