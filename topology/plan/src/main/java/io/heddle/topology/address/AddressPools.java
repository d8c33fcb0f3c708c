package io.heddle.topology.address;

import io.heddle.model.net.Prefix;
import java.util.List;

/**
 * The pools of the fabric itself; networks have their subnets in the fabric, pods in the IPAM.
 *
 * @param anycastVteps one address for each MLAG pair
 * @param leafLinks from leafs upwards and between the leafs of a rack
 * @param exitLinks to external routers
 */
public record AddressPools(
        AddressPool superSpineLoopbacks,
        AddressPool spineLoopbacks,
        AddressPool leafLoopbacks,
        AddressPool nodeLoopbacks,
        AddressPool anycastVteps,
        AddressPool spineLinks,
        AddressPool leafLinks,
        AddressPool nodeLinks,
        AddressPool exitLinks) {

    /**
     * RFC 6598's shared space: 10.0.0.0/8 is the pods', and 172.17.0.0/16 is the container bridge that many servers bring along. IPv6
     * from one unique local /48 (RFC 4193).
     */
    public static final AddressPools DEFAULT = new AddressPools(
            pool("super-spine-loopbacks", "100.123.0.0/16", 1),
            pool("spine-loopbacks", "100.122.0.0/16", 2),
            pool("leaf-loopbacks", "100.120.0.0/15", 3),
            pool("node-loopbacks", "100.96.0.0/12", 4),
            pool("anycast-vteps", "100.124.0.0/15", 5),
            pool("spine-links", "100.112.0.0/13", 6),
            pool("leaf-links", "100.64.0.0/12", 7),
            pool("node-links", "100.80.0.0/12", 8),
            pool("exit-links", "100.126.0.0/16", 9));

    private static AddressPool pool(String name, String ipv4, int ipv6) {
        return new AddressPool(name, Prefix.parse(ipv4), Prefix.parse("fd48:6564:646c:" + ipv6 + "::/64"));
    }

    public List<AddressPool> all() {
        return List.of(
                superSpineLoopbacks,
                spineLoopbacks,
                leafLoopbacks,
                nodeLoopbacks,
                anycastVteps,
                spineLinks,
                leafLinks,
                nodeLinks,
                exitLinks);
    }
}
