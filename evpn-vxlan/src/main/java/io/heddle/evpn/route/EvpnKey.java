package io.heddle.evpn.route;

import io.heddle.bgp.wire.BigEndian;

/**
 * An NLRI cut into what identifies the route (its key) and what is treated as an attribute (its payload), and put together again, all
 * as bytes, so that a table of millions needs no object a route. A key begins with the type octet; keys of different types differ.
 *
 * <pre>
 *   type  key after the type octet                        payload
 *   1     RD, ESI, Ethernet tag                           label
 *   2     RD, Ethernet tag, MAC length, MAC, IP length, IP   ESI, label or labels
 *   3, 4  the whole value                                 -
 *   5     RD, Ethernet tag, prefix length, prefix         ESI, gateway, label
 *   else  the whole value                                 -
 * </pre>
 */
public final class EvpnKey {

    private static final int SEGMENT_IN_KEY = 1 + NlriLayout.SEGMENT - NlriLayout.VALUE;

    private EvpnKey() {}

    /** Whether {@code in[from..to)} is one well-formed NLRI; the other methods ask for that. */
    public static boolean isWellFormed(byte[] in, int from, int to) {
        return NlriLayout.problem(in, from, to) == null;
    }

    /** Writes the key of an NLRI and returns the position after. */
    public static int key(byte[] in, int from, int to, byte[] out, int at) {
        int next = BigEndian.put8(out, at, BigEndian.u8(in, from));
        return switch (BigEndian.u8(in, from)) {
            case EvpnRoute.ETHERNET_AUTO_DISCOVERY ->
                copy(in, from + NlriLayout.VALUE, from + NlriLayout.AUTO_DISCOVERY_LABEL, out, next);
            case EvpnRoute.MAC_IP -> {
                next = copy(in, from + NlriLayout.VALUE, from + NlriLayout.SEGMENT, out, next);
                yield copy(in, from + NlriLayout.TAG_AFTER_SEGMENT, from + macIpLabels(in, from), out, next);
            }
            case EvpnRoute.IP_PREFIX -> {
                next = copy(in, from + NlriLayout.VALUE, from + NlriLayout.SEGMENT, out, next);
                int end = copy(in, from + NlriLayout.TAG_AFTER_SEGMENT, from + gateway(from, to), out, next);
                clearHostBits(
                        out, end - prefixOctets(from, to), BigEndian.u8(in, from + NlriLayout.PREFIX_LENGTH), end);
                yield end;
            }
            default -> copy(in, from + NlriLayout.VALUE, to, out, next);
        };
    }

    /** Writes the payload of an NLRI and returns the position after. */
    public static int payload(byte[] in, int from, int to, byte[] out, int at) {
        return switch (BigEndian.u8(in, from)) {
            case EvpnRoute.ETHERNET_AUTO_DISCOVERY -> copy(in, from + NlriLayout.AUTO_DISCOVERY_LABEL, to, out, at);
            case EvpnRoute.MAC_IP -> {
                int next = copy(in, from + NlriLayout.SEGMENT, from + NlriLayout.TAG_AFTER_SEGMENT, out, at);
                yield copy(in, from + macIpLabels(in, from), to, out, next);
            }
            case EvpnRoute.IP_PREFIX -> {
                int next = copy(in, from + NlriLayout.SEGMENT, from + NlriLayout.TAG_AFTER_SEGMENT, out, at);
                yield copy(in, from + gateway(from, to), to, out, next);
            }
            default -> at;
        };
    }

    /** Writes the NLRI of a key and its payload and returns the position after. */
    public static int join(
            byte[] key, int keyFrom, int keyTo, byte[] payload, int payloadFrom, int payloadTo, byte[] out, int at) {
        int type = BigEndian.u8(key, keyFrom);
        int next = BigEndian.put8(out, at, type);
        next = BigEndian.put8(out, next, keyTo - keyFrom - 1 + payloadTo - payloadFrom);
        if (type != EvpnRoute.MAC_IP && type != EvpnRoute.IP_PREFIX) {
            next = copy(key, keyFrom + 1, keyTo, out, next);
            return copy(payload, payloadFrom, payloadTo, out, next);
        }
        int afterSegment = payloadFrom + NlriLayout.SEGMENT_OCTETS;
        next = copy(key, keyFrom + 1, keyFrom + SEGMENT_IN_KEY, out, next);
        next = copy(payload, payloadFrom, afterSegment, out, next);
        next = copy(key, keyFrom + SEGMENT_IN_KEY, keyTo, out, next);
        return copy(payload, afterSegment, payloadTo, out, next);
    }

    /** As {@link #join}, with zeros for the payload where it is empty, as in a withdrawal. */
    public static int nlri(
            byte[] key, int keyFrom, int keyTo, byte[] payload, int payloadFrom, int payloadTo, byte[] out, int at) {
        return payloadFrom == payloadTo
                ? join(key, keyFrom, keyTo, NOTHING, 0, payloadLength(key, keyFrom, keyTo), out, at)
                : join(key, keyFrom, keyTo, payload, payloadFrom, payloadTo, out, at);
    }

    private static final byte[] NOTHING = new byte[EvpnNlri.MAX_LENGTH];

    /** The length of the shortest payload that goes with a key: one label, where there may be two. */
    static int payloadLength(byte[] key, int keyFrom, int keyTo) {
        return switch (BigEndian.u8(key, keyFrom)) {
            case EvpnRoute.ETHERNET_AUTO_DISCOVERY -> NlriLayout.LABEL_OCTETS;
            case EvpnRoute.MAC_IP -> NlriLayout.SEGMENT_OCTETS + NlriLayout.LABEL_OCTETS;
            case EvpnRoute.IP_PREFIX -> {
                int addressAt = keyFrom + SEGMENT_IN_KEY + NlriLayout.TAG_OCTETS + 1;
                yield NlriLayout.SEGMENT_OCTETS + (keyTo - addressAt) + NlriLayout.LABEL_OCTETS;
            }
            default -> 0;
        };
    }

    private static int macIpLabels(byte[] in, int from) {
        return NlriLayout.MAC_ADDRESS + NlriLayout.addressOctets(BigEndian.u8(in, from + NlriLayout.MAC_IP_LENGTH));
    }

    private static int prefixOctets(int from, int to) {
        return to - from == NlriLayout.VALUE + NlriLayout.PREFIX_V4_LENGTH ? 4 : 16;
    }

    private static int gateway(int from, int to) {
        return NlriLayout.PREFIX + prefixOctets(from, to);
    }

    private static void clearHostBits(byte[] out, int prefix, int length, int end) {
        for (int at = prefix, left = length; at < end; at++, left -= Byte.SIZE) {
            if (left < Byte.SIZE) {
                out[at] &= (byte) (left <= 0 ? 0 : 0xFF << Byte.SIZE - left);
            }
        }
    }

    private static int copy(byte[] in, int from, int to, byte[] out, int at) {
        System.arraycopy(in, from, out, at, to - from);
        return at + to - from;
    }
}
