package io.heddle.bgp.rib;

import io.heddle.bgp.wire.AddressFamilyId;
import io.heddle.bgp.wire.KeyedCursor;
import io.heddle.bgp.wire.KeyedNlri;
import io.heddle.bgp.wire.SteppingCursor;

/** NLRI of four octets that mean nothing, in the place of EVPN. */
final class PlainNlri implements KeyedNlri {

    static final PlainNlri INSTANCE = new PlainNlri();

    private static final int LENGTH = 4;

    private PlainNlri() {}

    @Override
    public AddressFamilyId family() {
        return AddressFamilyId.L2VPN_EVPN;
    }

    @Override
    public int faultIn(byte[] in, int from, int to, boolean addPath) {
        return (to - from) % LENGTH == 0 ? NO_FAULT : from;
    }

    @Override
    public KeyedCursor cursor() {
        return new SteppingCursor(LENGTH, 0) {
            @Override
            protected int end(byte[] bytes, int from, int limit) {
                return from + LENGTH;
            }

            @Override
            protected int key(byte[] bytes, int from, int end, byte[] out) {
                System.arraycopy(bytes, from, out, 0, LENGTH);
                return LENGTH;
            }

            @Override
            protected int payload(byte[] bytes, int from, int end, byte[] out) {
                return 0;
            }
        };
    }

    @Override
    public int encode(
            byte[] key, int keyFrom, int keyTo, byte[] payload, int from, int to, byte[] out, int at, int limit) {
        if (at + LENGTH > limit) {
            return -1;
        }
        System.arraycopy(key, keyFrom, out, at, LENGTH);
        return at + LENGTH;
    }
}
