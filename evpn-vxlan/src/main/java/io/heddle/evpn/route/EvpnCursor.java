package io.heddle.evpn.route;

import io.heddle.bgp.wire.SteppingCursor;

/** Walks over EVPN NLRI. */
final class EvpnCursor extends SteppingCursor {

    EvpnCursor() {
        super(EvpnNlri.MAX_LENGTH, EvpnNlri.MAX_LENGTH);
    }

    @Override
    protected int end(byte[] bytes, int from, int limit) {
        return EvpnFamily.end(bytes, from, limit);
    }

    @Override
    protected int key(byte[] bytes, int from, int end, byte[] out) {
        return EvpnKey.key(bytes, from, end, out, 0);
    }

    @Override
    protected int payload(byte[] bytes, int from, int end, byte[] out) {
        return EvpnKey.payload(bytes, from, end, out, 0);
    }
}
