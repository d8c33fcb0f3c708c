package io.heddle.bgp.rib;

import io.heddle.bgp.attribute.Octets;
import io.heddle.bgp.wire.UpdateEncoder;
import io.heddle.model.net.IpAddress;
import io.heddle.model.net.Prefix;

/**
 * IPv4 prefixes. A slot of the hash table is one {@code long} with address, length and number, so that finding a key touches one cache
 * line; prefixes that follow each other share that line, since the low bits of the prefix are not mixed. Linear probing, removal by
 * shifting back.
 */
final class Ipv4Keys extends PrefixKeys {

    private static final int NUMBER_BITS = 26;
    private static final int NUMBER_MASK = (1 << NUMBER_BITS) - 1;
    private static final int LINE_BITS = 3;
    private static final int LINE_MASK = (1 << LINE_BITS) - 1;
    private static final int SMALLEST = 16;

    /** Address in the high half, then 6 bits of length, then the number plus one; 0 is empty. */
    private long[] slots = new long[SMALLEST];

    private final IntColumn address = new IntColumn(0);
    private final ByteColumn length = new ByteColumn();
    /** Odd. Secret, so that nobody chooses prefixes that collide. */
    private final long multiplier;

    Ipv4Keys(long secret) {
        multiplier = secret | 1;
    }

    /** The number of a prefix, a new one if it is not known. Bits behind the length are zero. */
    int add(int prefix, int bits) {
        long key = key(prefix, bits);
        int mask = slots.length - 1;
        int slot = home(prefix, bits);
        for (long at = slots[slot]; at != 0; at = slots[slot]) {
            if ((at & ~NUMBER_MASK) == key) {
                return (int) (at & NUMBER_MASK) - 1;
            }
            slot = slot + 1 & mask;
        }
        int number = numbers.take();
        if (number >= NUMBER_MASK) {
            throw new IllegalStateException("more than " + NUMBER_MASK + " IPv4 prefixes");
        }
        address.reach(number);
        length.reach(number);
        address.set(number, prefix);
        length.set(number, bits);
        slots[slot] = key | number + 1;
        if (numbers.size() > slots.length / 8 * 5) {
            rehash();
        }
        return number;
    }

    /** The number of a prefix, or {@link #NONE}. */
    int find(int prefix, int bits) {
        long key = key(prefix, bits);
        int slot = home(prefix, bits);
        for (long at = slots[slot]; at != 0; at = slots[slot]) {
            if ((at & ~NUMBER_MASK) == key) {
                return (int) (at & NUMBER_MASK) - 1;
            }
            slot = slot + 1 & slots.length - 1;
        }
        return NONE;
    }

    @Override
    void remove(int destination) {
        int mask = slots.length - 1;
        int hole = home(address.get(destination), length.get(destination));
        while ((slots[hole] & NUMBER_MASK) != destination + 1) {
            hole = hole + 1 & mask;
        }
        for (int slot = hole + 1 & mask; slots[slot] != 0; slot = slot + 1 & mask) {
            int number = (int) (slots[slot] & NUMBER_MASK) - 1;
            int home = home(address.get(number), length.get(number));
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
        int mask = slots.length - 1;
        for (long each : old) {
            if (each != 0) {
                int number = (int) (each & NUMBER_MASK) - 1;
                int slot = home(address.get(number), length.get(number));
                while (slots[slot] != 0) {
                    slot = slot + 1 & mask;
                }
                slots[slot] = each;
            }
        }
    }

    private static long key(int prefix, int bits) {
        return (long) prefix << 32 | (long) bits << NUMBER_BITS;
    }

    private int home(int prefix, int bits) {
        int significant = bits == 0 ? 0 : prefix >>> 32 - bits;
        long mixed = ((long) (significant >>> LINE_BITS) << 6 | bits) * multiplier;
        int line = (int) (mixed >>> 32);
        return (line << LINE_BITS | significant & LINE_MASK) & slots.length - 1;
    }

    @Override
    boolean put(int destination, Octets payload, int pathId, UpdateEncoder out) {
        return out.add(0, address.get(destination) & 0xFFFF_FFFFL, length.get(destination), pathId);
    }

    @Override
    Prefix at(int destination) {
        return new Prefix(IpAddress.v4(address.get(destination) & 0xFFFF_FFFFL), length.get(destination));
    }
}
