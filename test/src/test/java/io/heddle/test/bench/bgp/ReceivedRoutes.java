package io.heddle.test.bench.bgp;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * The distinct routes that a receiver holds: one bit per route of the load. Every message's first announced route is checked for its next hop, which a
 * reflector must leave alone.
 */
final class ReceivedRoutes {

    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);

    private final Load load;
    private final long[] held;
    private int present;
    private int updates;

    ReceivedRoutes(Load load) {
        this.load = load;
        this.held = new long[load.distinct() + Load.PROBES >> 6 | 1];
    }

    /** Distinct routes held now. */
    int present() {
        return present;
    }

    /** UPDATE messages taken in. */
    int updates() {
        return updates;
    }

    /** Takes the body of an UPDATE. */
    void update(byte[] bytes, int from, int to) {
        updates++;
        int attributes = from + 2 + shortAt(bytes, from);
        prefixes(bytes, from + 2, attributes, false);
        int nlri = attributes + 2 + shortAt(bytes, attributes);
        int nextHop = 0;
        for (int at = attributes + 2; at < nlri; ) {
            boolean extended = (bytes[at] & 0x10) != 0;
            int value = at + (extended ? 4 : 3);
            int length = extended ? shortAt(bytes, at + 2) : bytes[at + 2] & 0xFF;
            switch (bytes[at + 1]) {
                case 3 -> nextHop = intAt(bytes, value);
                case 14 -> reach(bytes, value, value + length);
                case 15 -> evpn(bytes, value + 3, value + length, false);
                default -> {}
            }
            at = value + length;
        }
        if (nlri < to) {
            checkNextHop(prefixes(bytes, nlri, to, true), nextHop);
        }
    }

    private void reach(byte[] bytes, int from, int to) {
        int nextHop = intAt(bytes, from + 4);
        int routes = from + 4 + (bytes[from + 3] & 0xFF) + 1;
        if (routes < to) {
            checkNextHop(evpn(bytes, routes, to, true), nextHop);
        }
    }

    /** Returns the index of the first route. */
    private int evpn(byte[] bytes, int from, int to, boolean reachable) {
        int first = -1;
        for (int at = from; at < to; at += 2 + (bytes[at + 1] & 0xFF)) {
            int index = load.shape().index(intAt(bytes, at + EvpnRoutes.ADDRESS_AT));
            first = first < 0 ? index : first;
            mark(index, reachable);
        }
        return first;
    }

    /** Returns the index of the first route. */
    private int prefixes(byte[] bytes, int from, int to, boolean reachable) {
        int octets = load.shape().prefixLength() / 8;
        int first = -1;
        for (int at = from; at < to; at += 1 + octets) {
            if (bytes[at] != load.shape().prefixLength()) {
                throw new WrongAnswer("a prefix of length " + bytes[at] + ", sent were /"
                        + load.shape().prefixLength());
            }
            int address = octets == 4
                    ? intAt(bytes, at + 1)
                    : (bytes[at + 1] & 0xFF) << 24 | (bytes[at + 2] & 0xFF) << 16 | (bytes[at + 3] & 0xFF) << 8;
            int index = load.shape().index(address);
            first = first < 0 ? index : first;
            mark(index, reachable);
        }
        return first;
    }

    private void mark(int index, boolean reachable) {
        if (index < 0 || index >= load.distinct() + Load.PROBES) {
            throw new WrongAnswer("a route that nobody sent: index " + index);
        }
        long bit = 1L << index;
        boolean had = (held[index >> 6] & bit) != 0;
        if (had != reachable) {
            held[index >> 6] ^= bit;
            present += reachable ? 1 : -1;
        }
    }

    private void checkNextHop(int index, int nextHop) {
        int sender = load.senderOf(index);
        if (sender >= 0 && nextHop != load.nextHop(sender, index)) {
            throw new WrongAnswer("route " + index + " came with next hop " + Integer.toHexString(nextHop)
                    + ", sent was " + Integer.toHexString(load.nextHop(sender, index)));
        }
    }

    private static int shortAt(byte[] bytes, int at) {
        return (bytes[at] & 0xFF) << 8 | bytes[at + 1] & 0xFF;
    }

    private static int intAt(byte[] bytes, int at) {
        return (int) INT.get(bytes, at);
    }
}
