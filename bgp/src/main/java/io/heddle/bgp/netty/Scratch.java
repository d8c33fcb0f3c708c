package io.heddle.bgp.netty;

import io.heddle.bgp.wire.MessageFrame;

/** Room for what is read and written within one call; all loops of one thread share it. Single-threaded. */
final class Scratch {

    private byte[] in = new byte[4 * MessageFrame.MAX_EXTENDED_LENGTH];
    private final byte[] out = new byte[Pump.FILL];

    /** Of at least this length. */
    byte[] in(int length) {
        if (in.length < length) {
            in = new byte[length * 2];
        }
        return in;
    }

    byte[] out() {
        return out;
    }
}
