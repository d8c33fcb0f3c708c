package io.heddle.evpn.route;

import io.heddle.bgp.wire.BigEndian;
import org.jspecify.annotations.Nullable;

/**
 * Where the fields of each route type lie, in octets from the start of the NLRI, and whether lengths agree with them.
 *
 * <pre>
 *   all  0 type | 1 length | 2 value
 *   1    2 RD (8) | 10 ESI (10) | 20 Ethernet tag (4) | 24 label (3)
 *   2    2 RD (8) | 10 ESI (10) | 20 Ethernet tag (4) | 24 MAC length 48 | 25 MAC (6) | 31 IP length 0, 32, 128 | 32 IP
 *        | label (3) | label (0 or 3)
 *   3    2 RD (8) | 10 Ethernet tag (4) | 14 IP length 32, 128 | 15 IP
 *   4    2 RD (8) | 10 ESI (10) | 20 IP length 32, 128 | 21 IP
 *   5    2 RD (8) | 10 ESI (10) | 20 Ethernet tag (4) | 24 prefix length | 25 prefix (4, 16) | gateway (as wide) | label (3)
 * </pre>
 */
final class NlriLayout {

    static final int TYPE = 0;
    static final int LENGTH = 1;
    static final int VALUE = 2;

    static final int DISTINGUISHER = 2;
    static final int SEGMENT = 10;
    static final int TAG_AFTER_SEGMENT = 20;
    static final int TAG_AFTER_DISTINGUISHER = 10;

    static final int AUTO_DISCOVERY_LABEL = 24;
    static final int AUTO_DISCOVERY_LENGTH = 25;

    static final int MAC_LENGTH = 24;
    static final int MAC = 25;
    static final int MAC_IP_LENGTH = 31;
    static final int MAC_ADDRESS = 32;
    /** Without address and second label. */
    static final int SHORTEST_MAC_IP = 33;

    static final int MULTICAST_IP_LENGTH = 14;
    static final int MULTICAST_ADDRESS = 15;
    static final int SEGMENT_IP_LENGTH = 20;
    static final int SEGMENT_ADDRESS = 21;

    static final int PREFIX_LENGTH = 24;
    static final int PREFIX = 25;
    static final int PREFIX_V4_LENGTH = 34;
    static final int PREFIX_V6_LENGTH = 58;

    static final int SEGMENT_OCTETS = 10;
    static final int TAG_OCTETS = 4;
    static final int LABEL_OCTETS = 3;
    static final int MAC_BITS = 48;

    private NlriLayout() {}

    /** The RFC section that {@code in[from..to)}, which should be one whole NLRI, violates; null if none. */
    static @Nullable String problem(byte[] in, int from, int to) {
        if (to - from < VALUE || to - from != VALUE + BigEndian.u8(in, from + LENGTH)) {
            return "RFC 7432 section 7";
        }
        int length = to - from - VALUE;
        return switch (BigEndian.u8(in, from + TYPE)) {
            case EvpnRoute.ETHERNET_AUTO_DISCOVERY -> length == AUTO_DISCOVERY_LENGTH ? null : "RFC 7432 section 7.1";
            case EvpnRoute.MAC_IP -> isMacIp(in, from, length) ? null : "RFC 7432 section 7.2";
            case EvpnRoute.INCLUSIVE_MULTICAST ->
                endsWithAddress(in, from, length, MULTICAST_IP_LENGTH) ? null : "RFC 7432 section 7.3";
            case EvpnRoute.ETHERNET_SEGMENT ->
                endsWithAddress(in, from, length, SEGMENT_IP_LENGTH) ? null : "RFC 7432 section 7.4";
            case EvpnRoute.IP_PREFIX -> isIpPrefix(in, from, length) ? null : "RFC 9136 section 3.1";
            default -> null;
        };
    }

    private static boolean isMacIp(byte[] in, int from, int length) {
        if (length < SHORTEST_MAC_IP || BigEndian.u8(in, from + MAC_LENGTH) != MAC_BITS) {
            return false;
        }
        int address = addressOctets(BigEndian.u8(in, from + MAC_IP_LENGTH));
        int labels = length - (SHORTEST_MAC_IP - LABEL_OCTETS) - address;
        return address >= 0 && (labels == LABEL_OCTETS || labels == 2 * LABEL_OCTETS);
    }

    private static boolean endsWithAddress(byte[] in, int from, int length, int lengthAt) {
        if (length < lengthAt - VALUE + 1) {
            return false;
        }
        int address = addressOctets(BigEndian.u8(in, from + lengthAt));
        return address > 0 && length == lengthAt - VALUE + 1 + address;
    }

    private static boolean isIpPrefix(byte[] in, int from, int length) {
        return length == PREFIX_V4_LENGTH && BigEndian.u8(in, from + PREFIX_LENGTH) <= 32
                || length == PREFIX_V6_LENGTH && BigEndian.u8(in, from + PREFIX_LENGTH) <= 128;
    }

    /** Octets of an address with so many bits, -1 if there is no such address. */
    static int addressOctets(int bits) {
        return switch (bits) {
            case 0 -> 0;
            case 32 -> 4;
            case 128 -> 16;
            default -> -1;
        };
    }
}
