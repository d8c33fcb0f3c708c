package io.heddle.bgp.bfd;

import io.heddle.model.net.IpAddress;

/**
 * Where a session's packets go.
 *
 * @param networkInterface the link of a single hop; empty over several hops
 * @param minimumHops least TTL or hop limit that is taken: 255 on a link (RFC 5881 section 5), over several hops what the operator allows
 */
public record BfdPath(IpAddress local, IpAddress remote, String networkInterface, int minimumHops) {

    /** Port of a single hop (RFC 5881 section 4). */
    public static final int SINGLE_HOP_PORT = 3784;

    /** Port over several hops (RFC 5883 section 5). */
    public static final int MULTIHOP_PORT = 4784;

    public BfdPath {
        if (local.family() != remote.family()) {
            throw new IllegalArgumentException("local " + local + " and remote " + remote + " differ in family");
        }
    }

    /** To a neighbour on a link. */
    public static BfdPath link(IpAddress local, IpAddress remote, String networkInterface) {
        return new BfdPath(local, remote, networkInterface, 255);
    }

    /** Over any number of hops. */
    public static BfdPath multihop(IpAddress local, IpAddress remote) {
        return new BfdPath(local, remote, "", 1);
    }

    public boolean isMultihop() {
        return networkInterface.isEmpty();
    }

    public int port() {
        return isMultihop() ? MULTIHOP_PORT : SINGLE_HOP_PORT;
    }
}
