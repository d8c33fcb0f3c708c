package io.heddle.bgp.ra;

import io.heddle.bgp.wire.BigEndian;
import io.heddle.model.net.IpAddress;
import io.heddle.model.net.Mac;
import java.time.Duration;

/**
 * Router advertisements and solicitations as bytes, from the ICMPv6 type on. The checksum is the kernel's.
 *
 * <pre>
 *   |     Type      |     Code      |          Checksum             |
 *   | Cur Hop Limit |M|O|  Reserved |       Router Lifetime         |
 *   |                         Reachable Time                        |
 *   |                          Retrans Timer                        |
 *   |   Options: type, length in units of 8 octets, ...
 * </pre>
 */
public final class NeighborDiscovery {

    public static final int ROUTER_SOLICITATION = 133;
    public static final int ROUTER_ADVERTISEMENT = 134;

    /** ff02::1. */
    public static final IpAddress ALL_NODES = IpAddress.parse("ff02::1");

    /** ff02::2. */
    public static final IpAddress ALL_ROUTERS = IpAddress.parse("ff02::2");

    private static final int ADVERTISEMENT_LENGTH = 16;
    private static final int SOLICITATION_LENGTH = 8;
    private static final int SOURCE_LINK_LAYER_ADDRESS = 1;
    private static final int HOP_LIMIT = 64;
    private static final int HOPS = 255;

    private NeighborDiscovery() {}

    /**
     * Reads a message; checks what sections 6.1.1 and 6.1.2 ask for.
     *
     * @param hops hop limit it came with
     */
    public static NeighborMessage decode(byte[] in, IpAddress source, int hops) {
        if (hops != HOPS) {
            return discarded("hop limit " + hops + " and not 255: not from this link");
        }
        int type = in.length == 0 ? 0 : BigEndian.u8(in, 0);
        boolean advertisement = type == ROUTER_ADVERTISEMENT;
        if (!advertisement && type != ROUTER_SOLICITATION) {
            return discarded("type " + type);
        }
        int fixed = advertisement ? ADVERTISEMENT_LENGTH : SOLICITATION_LENGTH;
        if (in.length < fixed) {
            return discarded(in.length + " octets are fewer than " + fixed);
        }
        if (BigEndian.u8(in, 1) != 0) {
            return discarded("code " + BigEndian.u8(in, 1));
        }
        if (advertisement && !source.isLinkLocal()) {
            return discarded("source " + source + " is not link-local");
        }
        for (int at = fixed; at < in.length; at += 8 * BigEndian.u8(in, at + 1)) {
            if (at + 2 > in.length || BigEndian.u8(in, at + 1) == 0 || at + 8 * BigEndian.u8(in, at + 1) > in.length) {
                return discarded("an option of length " + (at + 2 > in.length ? "?" : BigEndian.u8(in, at + 1)));
            }
        }
        return advertisement
                ? new NeighborMessage.Advertisement(Duration.ofSeconds(BigEndian.u16(in, 6)))
                : new NeighborMessage.Solicitation();
    }

    private static NeighborMessage discarded(String why) {
        return new NeighborMessage.Discarded(why + " (RFC 4861 section 6.1)");
    }

    /** An advertisement with our link-layer address as its only option. */
    public static byte[] advertisement(Duration lifetime, Mac mac) {
        byte[] out = new byte[ADVERTISEMENT_LENGTH + 8];
        BigEndian.put8(out, 0, ROUTER_ADVERTISEMENT);
        BigEndian.put8(out, 4, HOP_LIMIT);
        BigEndian.put16(out, 6, (int) lifetime.toSeconds());
        int at = BigEndian.put8(out, ADVERTISEMENT_LENGTH, SOURCE_LINK_LAYER_ADDRESS);
        at = BigEndian.put8(out, at, 1);
        at = BigEndian.put16(out, at, (int) (mac.bits() >>> 32));
        BigEndian.put32(out, at, mac.bits() & 0xFFFF_FFFFL);
        return out;
    }
}
