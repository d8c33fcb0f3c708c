package io.heddle.evpn.route;

import io.heddle.bgp.wire.AddressFamilyId;
import io.heddle.bgp.wire.BigEndian;
import io.heddle.bgp.wire.KeyedCursor;
import io.heddle.bgp.wire.KeyedNlri;
import io.heddle.bgp.wire.NlriCodec;

/** EVPN as an address family of the speaker: AFI 25, SAFI 70 (RFC 7432 section 7). */
public final class EvpnFamily implements KeyedNlri {

    public static final EvpnFamily CODEC = new EvpnFamily();

    private EvpnFamily() {}

    @Override
    public AddressFamilyId family() {
        return AddressFamilyId.L2VPN_EVPN;
    }

    @Override
    public int faultIn(byte[] in, int from, int to, boolean addPath) {
        int head = addPath ? PATH_ID_LENGTH : 0;
        int at = from;
        while (at < to) {
            int next = end(in, at + head, to);
            if (next < 0 || !EvpnKey.isWellFormed(in, at + head, next)) {
                return at;
            }
            at = next;
        }
        return NlriCodec.NO_FAULT;
    }

    /** The end of the NLRI that begins at {@code at}, or -1 if it is beyond {@code to}. */
    static int end(byte[] in, int at, int to) {
        if (to - at < NlriLayout.VALUE) {
            return -1;
        }
        int end = at + NlriLayout.VALUE + BigEndian.u8(in, at + NlriLayout.LENGTH);
        return end > to ? -1 : end;
    }

    @Override
    public KeyedCursor cursor() {
        return new EvpnCursor();
    }

    @Override
    public int encode(
            byte[] key,
            int keyFrom,
            int keyTo,
            byte[] payload,
            int payloadFrom,
            int payloadTo,
            byte[] out,
            int at,
            int limit) {
        boolean bare = payloadFrom == payloadTo;
        int length = bare ? EvpnKey.payloadLength(key, keyFrom, keyTo) : payloadTo - payloadFrom;
        if (at + 1 + (keyTo - keyFrom) + length > limit) {
            return -1;
        }
        // A withdrawal has no use for what is not key, but the octets are there.
        return EvpnKey.nlri(key, keyFrom, keyTo, payload, payloadFrom, payloadTo, out, at);
    }
}
