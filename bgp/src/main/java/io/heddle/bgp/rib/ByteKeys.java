package io.heddle.bgp.rib;

import io.heddle.bgp.attribute.Octets;
import io.heddle.bgp.wire.BigEndian;
import io.heddle.bgp.wire.KeyedNlri;
import io.heddle.bgp.wire.UpdateEncoder;
import io.heddle.model.net.Prefix;
import java.util.Arrays;
import java.util.Optional;

/**
 * Keys that are bytes (EVPN, route targets), one behind the other in an arena. Space of removed keys is used again for keys of the same
 * length, of which there are few different ones.
 */
final class ByteKeys extends DestinationKeys {

    private static final long TAG_MASK = 0xFFFF_FFFF_0000_0000L;
    private static final int SMALLEST = 16;
    private static final int MAX_LENGTH = 255;
    /** A freed place holds where the one before it is. */
    private static final int LEAST_PLACE = Integer.BYTES;

    private final KeyedNlri nlri;
    private final long multiplier;
    /** Hash in the high half, the number plus one in the low; 0 is empty. */
    private long[] slots = new long[SMALLEST];

    private byte[] arena = {};
    private int arenaEnd;
    /** By length: the latest freed place plus one; at each freed place the one before it. */
    private int[] freed = {};

    private final IntColumn start = new IntColumn(0);
    private final ByteColumn length = new ByteColumn();
    private byte[] payloadScratch = {};

    ByteKeys(KeyedNlri nlri, long secret) {
        this.nlri = nlri;
        multiplier = secret | 1;
    }

    KeyedNlri nlri() {
        return nlri;
    }

    /** The number of a key, a new one if it is not known. */
    int add(byte[] key, int keyLength) {
        if (keyLength > MAX_LENGTH) {
            throw new IllegalArgumentException(
                    "key of " + keyLength + " bytes in " + nlri.family() + "; expected 0.." + MAX_LENGTH);
        }
        long hash = hash(key, 0, keyLength);
        int slot = (int) (hash >>> 32) & slots.length - 1;
        for (long at = slots[slot]; at != 0; at = slots[slot]) {
            if (((at ^ hash) & TAG_MASK) == 0 && is((int) at - 1, key, keyLength)) {
                return (int) at - 1;
            }
            slot = slot + 1 & slots.length - 1;
        }
        int number = numbers.take();
        start.reach(number);
        length.reach(number);
        start.set(number, place(keyLength));
        length.set(number, keyLength);
        System.arraycopy(key, 0, arena, start.get(number), keyLength);
        slots[slot] = hash & TAG_MASK | number + 1;
        if (numbers.size() > slots.length / 8 * 5) {
            rehash();
        }
        return number;
    }

    /** The number of a key, or {@link #NONE}. */
    int find(byte[] key, int keyLength) {
        long hash = hash(key, 0, keyLength);
        int slot = (int) (hash >>> 32) & slots.length - 1;
        for (long at = slots[slot]; at != 0; at = slots[slot]) {
            if (((at ^ hash) & TAG_MASK) == 0 && is((int) at - 1, key, keyLength)) {
                return (int) at - 1;
            }
            slot = slot + 1 & slots.length - 1;
        }
        return NONE;
    }

    private boolean is(int number, byte[] key, int keyLength) {
        int from = start.get(number);
        int known = length.get(number) & 0xFF;
        return known == keyLength && Arrays.equals(arena, from, from + known, key, 0, keyLength);
    }

    private int place(int wanted) {
        int keyLength = Math.max(wanted, LEAST_PLACE);
        if (keyLength < freed.length && freed[keyLength] != 0) {
            int place = freed[keyLength] - 1;
            freed[keyLength] = BigEndian.i32(arena, place);
            return place;
        }
        int place = arenaEnd;
        arenaEnd += keyLength;
        if (arenaEnd > arena.length) {
            arena = Arrays.copyOf(arena, Math.max(256, arenaEnd + (arenaEnd >> 1)));
        }
        return place;
    }

    @Override
    void remove(int destination) {
        int mask = slots.length - 1;
        int hole = home(destination);
        while ((int) slots[hole] != destination + 1) {
            hole = hole + 1 & mask;
        }
        for (int slot = hole + 1 & mask; slots[slot] != 0; slot = slot + 1 & mask) {
            int home = (int) (slots[slot] >>> 32) & mask;
            // It may move into the hole unless its home lies behind the hole.
            if ((slot - home & mask) >= (slot - hole & mask)) {
                slots[hole] = slots[slot];
                hole = slot;
            }
        }
        slots[hole] = 0;
        int keyLength = Math.max(length.get(destination) & 0xFF, LEAST_PLACE);
        if (keyLength >= freed.length) {
            freed = Arrays.copyOf(freed, keyLength + 1);
        }
        BigEndian.put32(arena, start.get(destination), freed[keyLength]);
        freed[keyLength] = start.get(destination) + 1;
        numbers.giveBack(destination);
    }

    private int home(int number) {
        return (int) (hash(arena, start.get(number), start.get(number) + (length.get(number) & 0xFF)) >>> 32)
                & slots.length - 1;
    }

    private void rehash() {
        long[] old = slots;
        slots = new long[old.length * 2];
        for (long each : old) {
            if (each != 0) {
                int slot = (int) (each >>> 32) & slots.length - 1;
                while (slots[slot] != 0) {
                    slot = slot + 1 & slots.length - 1;
                }
                slots[slot] = each;
            }
        }
    }

    private long hash(byte[] bytes, int from, int to) {
        long mixed = (long) (to - from) * multiplier;
        int at = from;
        for (; at + Long.BYTES <= to; at += Long.BYTES) {
            mixed = (mixed ^ BigEndian.i64(bytes, at)) * multiplier;
            mixed ^= mixed >>> 32;
        }
        for (; at < to; at++) {
            mixed = (mixed ^ bytes[at]) * multiplier;
        }
        return (mixed ^ mixed >>> 29) * multiplier;
    }

    @Override
    boolean put(int destination, Octets payload, int pathId, UpdateEncoder out) {
        if (payloadScratch.length < payload.length()) {
            payloadScratch = new byte[payload.length()];
        }
        payload.copyInto(payloadScratch, 0);
        int from = start.get(destination);
        int to = from + (length.get(destination) & 0xFF);
        return out.add(arena, from, to, payloadScratch, 0, payload.length(), pathId);
    }

    @Override
    Optional<Prefix> prefix(int destination) {
        return Optional.empty();
    }

    @Override
    Octets bytes(int destination) {
        int from = start.get(destination);
        return Octets.copyOf(arena, from, from + (length.get(destination) & 0xFF));
    }

    @Override
    String text(int destination) {
        return bytes(destination).toString();
    }
}
