package io.heddle.topology.file;

import io.heddle.model.net.IpAddress;
import java.util.Arrays;

/**
 * From address to a number, by open addressing: 20 bytes an address at most twice over, no object each. Addresses are of one family.
 * Single-threaded.
 */
final class AddressTable {

    private static final int FREE = Integer.MIN_VALUE;
    private static final int SMALLEST = 1 << 10;

    private long[] highs = new long[SMALLEST];
    private long[] lows = new long[SMALLEST];
    private int[] values = filled(SMALLEST);
    private int size;

    static final int NONE = FREE;

    /** The number already there, which then stays, or {@link #NONE}. */
    int putIfAbsent(IpAddress address, int value) {
        if (size * 2 >= values.length) {
            grow();
        }
        int at = slot(address.high(), address.low());
        if (values[at] != FREE) {
            return values[at];
        }
        set(at, address.high(), address.low(), value);
        size++;
        return NONE;
    }

    private void set(int at, long high, long low, int value) {
        highs[at] = high;
        lows[at] = low;
        values[at] = value;
    }

    private int slot(long high, long low) {
        int mask = values.length - 1;
        long mixed = (low ^ high * 31) * 0x9E37_79B9_7F4A_7C15L;
        int at = (int) (mixed >>> 32) & mask;
        while (values[at] != FREE && (lows[at] != low || highs[at] != high)) {
            at = at + 1 & mask;
        }
        return at;
    }

    private void grow() {
        long[] oldHighs = highs;
        long[] oldLows = lows;
        int[] oldValues = values;
        highs = new long[oldValues.length * 2];
        lows = new long[oldValues.length * 2];
        values = filled(oldValues.length * 2);
        for (int i = 0; i < oldValues.length; i++) {
            if (oldValues[i] != FREE) {
                set(slot(oldHighs[i], oldLows[i]), oldHighs[i], oldLows[i], oldValues[i]);
            }
        }
    }

    private static int[] filled(int length) {
        int[] values = new int[length];
        Arrays.fill(values, FREE);
        return values;
    }
}
