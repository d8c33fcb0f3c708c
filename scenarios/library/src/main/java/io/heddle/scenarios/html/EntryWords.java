package io.heddle.scenarios.html;

import io.heddle.model.tables.EntryKind;

/** Kinds of entries in words, in the plural. */
final class EntryWords {

    private EntryWords() {}

    static String of(EntryKind kind) {
        return switch (kind) {
            case LOCAL_V4 -> "own IPv4 addresses";
            case LOCAL_V6 -> "own IPv6 addresses";
            case ROUTE_V4 -> "IPv4 routes to subnets";
            case ROUTE_V6_SHORT -> "IPv6 routes up to /64";
            case ROUTE_V6_LONG -> "IPv6 routes from /65 to /127";
            case HOST_ROUTE_V4 -> "IPv4 host routes (/32)";
            case HOST_ROUTE_V6 -> "IPv6 host routes (/128)";
            case OVERLAY_HOST_ROUTE_V4 -> "overlay host routes (/32)";
            case OVERLAY_HOST_ROUTE_V6 -> "overlay host routes (/128)";
            case NEIGHBOR_V4 -> "ARP entries";
            case NEIGHBOR_V6 -> "ND entries";
            case OVERLAY_NEIGHBOR_V4 -> "overlay ARP entries";
            case OVERLAY_NEIGHBOR_V6 -> "overlay ND entries";
            case MAC -> "MAC addresses";
            case NEXT_HOP -> "next hops";
            case OVERLAY_NEXT_HOP -> "overlay next hops";
            case ECMP_GROUP -> "ECMP groups";
            case ECMP_MEMBER -> "ECMP group members";
            case REMOTE_VTEP -> "remote VTEPs";
            case VTEP_PER_VNI -> "remote VTEPs of one VNI";
            case VNI -> "VNIs";
            case VLAN -> "VLANs";
            case OVERLAY_RIF -> "overlay router interfaces";
        };
    }
}
