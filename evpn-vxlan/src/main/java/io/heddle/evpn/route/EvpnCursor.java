package io.heddle.evpn.route;

import io.heddle.bgp.wire.BigEndian;
import io.heddle.bgp.wire.KeyedCursor;

/** Walks over EVPN NLRI. */
final class EvpnCursor implements KeyedCursor {

    private final byte[] key = new byte[EvpnNlri.MAX_LENGTH];
    private final byte[] payload = new byte[EvpnNlri.MAX_LENGTH];
    private byte[] in = key;
    private int at;
    private int to;
    private boolean addPath;
    private int pathId;
    private int keyLength;
    private int payloadLength;

    @Override
    public void over(byte[] bytes, int from, int end, boolean withPathIds) {
        in = bytes;
        at = from;
        to = end;
        addPath = withPathIds;
    }

    @Override
    public boolean next() {
        if (at >= to) {
            return false;
        }
        if (addPath) {
            pathId = BigEndian.i32(in, at);
            at += EvpnFamily.PATH_ID_LENGTH;
        }
        int end = EvpnFamily.end(in, at, to);
        keyLength = EvpnKey.key(in, at, end, key, 0);
        payloadLength = EvpnKey.payload(in, at, end, payload, 0);
        at = end;
        return true;
    }

    @Override
    public int pathId() {
        return addPath ? pathId : 0;
    }

    @Override
    public byte[] key() {
        return key;
    }

    @Override
    public int keyLength() {
        return keyLength;
    }

    @Override
    public byte[] payload() {
        return payload;
    }

    @Override
    public int payloadLength() {
        return payloadLength;
    }
}
