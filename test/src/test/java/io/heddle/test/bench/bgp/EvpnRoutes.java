package io.heddle.test.bench.bgp;

import java.nio.ByteBuffer;

/** MAC/IP advertisement routes (RFC 7432 section 7.2) in MP_REACH_NLRI and MP_UNREACH_NLRI. */
final class EvpnRoutes {

    /** Octets of one route with its type and length: 2 + RD 8, ESI 10, tag 4, MAC 1 + 6, address 1 + 4, one label 3. */
    static final int ROUTE = 39;

    /** Offset of the IPv4 address in a route. */
    static final int ADDRESS_AT = 2 + 8 + 10 + 4 + 7 + 1;

    private EvpnRoutes() {}

    static void mpReach(ByteBuffer all, Load load, int sender, int from, int to) {
        int length = 2 + 1 + 1 + 4 + 1 + (to - from) * ROUTE;
        all.put((byte) 0x90).put((byte) 14).putShort((short) length);
        all.putShort((short) 25)
                .put((byte) 70)
                .put((byte) 4)
                .putInt(load.nextHop(sender, from))
                .put((byte) 0);
        for (int index = from; index < to; index++) {
            int address = load.shape().address(index);
            all.put((byte) 2).put((byte) (ROUTE - 2));
            all.putShort((short) 1).putInt(load.nextHop(sender, index)).putShort((short) 100);
            all.putLong(0).putShort((short) 0);
            all.putInt(0);
            all.put((byte) 48).putShort((short) 0x0200).putInt(address);
            all.put((byte) 32).putInt(address);
            all.put((byte) 0).putShort((short) 100);
        }
    }

    /** Route target 65000:100, VXLAN encapsulation, the router's MAC. */
    static void extendedCommunities(ByteBuffer all, int sender, int set) {
        all.put((byte) 0xC0).put((byte) 16).put((byte) 24);
        all.putShort((short) 0x0002).putShort((short) 65_000).putInt(100);
        all.putLong(0x030C_0000_0000_0008L);
        all.putShort((short) 0x0603).putShort((short) (0x0200 | sender)).putInt(set);
    }
}
