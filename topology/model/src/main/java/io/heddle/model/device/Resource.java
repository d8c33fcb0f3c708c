package io.heddle.model.device;

import java.util.Optional;
import java.util.stream.Stream;

/**
 * A resource of an ASIC that can run out, by the name that SONiC's critical resource monitoring (CRM) has for it, where it has one.
 * The rest is named alike.
 */
public enum Resource {
    IPV4_ROUTE("ipv4_route"),
    /** IPv6 routes; only those up to /64 where the ASIC keeps longer ones apart. */
    IPV6_ROUTE("ipv6_route"),
    /** IPv6 routes longer than /64, where the ASIC keeps them apart. Not in CRM. */
    IPV6_ROUTE_LONG("ipv6_route_long"),
    /** Host table entries: ARP, and whatever /32s the platform puts there. */
    IPV4_NEIGHBOR("ipv4_neighbor"),
    IPV6_NEIGHBOR("ipv6_neighbor"),
    /** Next hops across the underlay, of both families: the figures found do not tell them apart. */
    IPV4_NEXTHOP("ipv4_nexthop"),
    /** ECMP groups. */
    NEXTHOP_GROUP("nexthop_group"),
    /** The sum of the sizes of ECMP groups. */
    NEXTHOP_GROUP_MEMBER("nexthop_group_member"),
    FDB_ENTRY("fdb_entry"),
    ACL_ENTRY("acl_entry"),
    /** VXLAN tunnels: one per remote VTEP. */
    REMOTE_VTEP("remote_vtep"),
    /** Members of one VNI's head-end replication list. */
    VTEP_PER_VNI("vtep_per_vni"),
    VNI("vni"),
    VLAN("vlan"),
    /** Next hops of routing in and out of VXLAN tunnels. */
    OVERLAY_NEXTHOP("overlay_nexthop"),
    /** Router interfaces of routing in and out of VXLAN tunnels. */
    OVERLAY_RIF("overlay_rif"),
    UNDERLAY_RIF("underlay_rif"),
    /** Packet buffer in bytes, shared by all ports. Not counted by the audit. */
    BUFFER_BYTES("buffer_bytes");

    private final String text;

    Resource(String text) {
        this.text = text;
    }

    public static Optional<Resource> parse(String text) {
        return Stream.of(values()).filter(each -> each.text.equals(text)).findFirst();
    }

    /** The form used in files and reports: {@code ipv4_route}. */
    @Override
    public String toString() {
        return text;
    }
}
