package io.heddle.bgp.rib;

import io.heddle.bgp.attribute.Octets;
import io.heddle.bgp.wire.UpdateEncoder;
import io.heddle.model.net.IpAddress;
import io.heddle.model.net.Prefix;
import java.util.Arrays;

/**
 * IPv6 prefixes. A slot holds half of the hash beside the number, so that a probe reads the prefix only where it will most likely be
 * equal. As with {@link Ipv4Keys}, prefixes that follow each other share a cache line.
 */
final class Ipv6Keys extends PrefixKeys {

    private static final long TAG_MASK = 0xFFFF_FFFF_0000_0000L;
    private static final int LINE_BITS = 3;
    private static final int LINE_MASK = (1 << LINE_BITS) - 1;
    private static final int SMALLEST = 16;

    /** Hash in the high half, the number plus one in the low; 0 is empty. */
    private long[] slots = new long[SMALLEST];

    private long[] high = {};
    private long[] low = {};
    private byte[] length = {};
    private final long multiplier;

    Ipv6Keys(long secret) {
        multiplier = secret | 1;
    }

    /** The number of a prefix, a new one if it is not known. Bits behind the length are zero. */
    int add(long prefixHigh, long prefixLow, int bits) {
        long hash = hash(prefixHigh, prefixLow, bits);
        int slot = slot(hash, prefixHigh, prefixLow, bits);
        for (long at = slots[slot]; at != 0; at = slots[slot]) {
            int number = (int) at - 1;
            if (((at ^ hash) & TAG_MASK) == 0 && is(number, prefixHigh, prefixLow, bits)) {
                return number;
            }
            slot = slot + 1 & slots.length - 1;
        }
        int number = numbers.take();
        if (number >= high.length) {
            int longer = Math.max(SMALLEST, number + (number >> 1));
            high = Arrays.copyOf(high, longer);
            low = Arrays.copyOf(low, longer);
            length = Arrays.copyOf(length, longer);
        }
        high[number] = prefixHigh;
        low[number] = prefixLow;
        length[number] = (byte) bits;
        slots[slot] = hash & TAG_MASK | number + 1;
        if (numbers.size() > slots.length / 8 * 5) {
            rehash();
        }
        return number;
    }

    /** The number of a prefix, or {@link #NONE}. */
    int find(long prefixHigh, long prefixLow, int bits) {
        long hash = hash(prefixHigh, prefixLow, bits);
        int slot = slot(hash, prefixHigh, prefixLow, bits);
        for (long at = slots[slot]; at != 0; at = slots[slot]) {
            int number = (int) at - 1;
            if (((at ^ hash) & TAG_MASK) == 0 && is(number, prefixHigh, prefixLow, bits)) {
                return number;
            }
            slot = slot + 1 & slots.length - 1;
        }
        return NONE;
    }

    private boolean is(int number, long prefixHigh, long prefixLow, int bits) {
        return low[number] == prefixLow && high[number] == prefixHigh && (length[number] & 0xFF) == bits;
    }

    @Override
    void remove(int destination) {
        int mask = slots.length - 1;
        int hole = home(destination);
        while ((int) slots[hole] != destination + 1) {
            hole = hole + 1 & mask;
        }
        for (int slot = hole + 1 & mask; slots[slot] != 0; slot = slot + 1 & mask) {
            int home = home((int) slots[slot] - 1);
            // It may move into the hole unless its home lies behind the hole.
            if ((slot - home & mask) >= (slot - hole & mask)) {
                slots[hole] = slots[slot];
                hole = slot;
            }
        }
        slots[hole] = 0;
        numbers.giveBack(destination);
    }

    private void rehash() {
        long[] old = slots;
        slots = new long[old.length * 2];
        for (long each : old) {
            if (each != 0) {
                int slot = home((int) each - 1);
                while (slots[slot] != 0) {
                    slot = slot + 1 & slots.length - 1;
                }
                slots[slot] = each;
            }
        }
    }

    private int home(int number) {
        int bits = length[number] & 0xFF;
        return slot(hash(high[number], low[number], bits), high[number], low[number], bits);
    }

    private int slot(long hash, long prefixHigh, long prefixLow, int bits) {
        return ((int) (hash >>> 32) << LINE_BITS | (int) tail(prefixHigh, prefixLow, bits) & LINE_MASK)
                & slots.length - 1;
    }

    /** Of all but the last bits of the prefix. */
    private long hash(long prefixHigh, long prefixLow, int bits) {
        long rest = tail(prefixHigh, prefixLow, bits) >>> LINE_BITS;
        long above = bits > 64 ? prefixHigh * multiplier : 0;
        long mixed = (above ^ rest + bits) * multiplier;
        return (mixed ^ mixed >>> 29) * multiplier;
    }

    /** The last bits of the prefix: of its low half, or of the high half for prefixes of at most 64 bits. */
    private static long tail(long prefixHigh, long prefixLow, int bits) {
        if (bits > 64) {
            return prefixLow >>> 128 - bits;
        }
        return bits == 0 ? 0 : prefixHigh >>> 64 - bits;
    }

    @Override
    boolean put(int destination, Octets payload, int pathId, UpdateEncoder out) {
        return out.add(high[destination], low[destination], length[destination] & 0xFF, pathId);
    }

    @Override
    Prefix at(int destination) {
        return new Prefix(IpAddress.v6(high[destination], low[destination]), length[destination] & 0xFF);
    }
}
