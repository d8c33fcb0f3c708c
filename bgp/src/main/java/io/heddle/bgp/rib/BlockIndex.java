package io.heddle.bgp.rib;

import io.heddle.bgp.wire.BigEndian;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Finds the number of an attribute block by its bytes. Open addressing over numbers; removal by shifting back. Single-threaded. */
final class BlockIndex {

    private static final int NONE = -1;
    private static final int SMALLEST = 16;

    private final long multiplier;
    /** The number plus one; 0 is empty. */
    private int[] slots = new int[SMALLEST];

    private int size;
    private byte[] @Nullable [] bytes = {};
    private int[] context = {};
    private int[] hash = {};

    BlockIndex(long secret) {
        multiplier = secret | 1;
    }

    int find(byte[] in, int from, int to, int wanted) {
        int hashed = hash(in, from, to, wanted);
        int mask = slots.length - 1;
        for (int slot = hashed & mask; slots[slot] != 0; slot = slot + 1 & mask) {
            int number = slots[slot] - 1;
            byte[] known = bytes[number];
            if (hash[number] == hashed
                    && context[number] == wanted
                    && known != null
                    && Arrays.equals(known, 0, known.length, in, from, to)) {
                return number;
            }
        }
        return NONE;
    }

    void add(byte[] in, int from, int to, int belonging, int number) {
        if (number >= bytes.length) {
            int longer = Math.max(SMALLEST, number + (number >> 1));
            bytes = Arrays.copyOf(bytes, longer);
            context = Arrays.copyOf(context, longer);
            hash = Arrays.copyOf(hash, longer);
        }
        bytes[number] = Arrays.copyOfRange(in, from, to);
        context[number] = belonging;
        hash[number] = hash(in, from, to, belonging);
        insert(number);
        if (++size > slots.length / 2) {
            int[] old = slots;
            slots = new int[old.length * 2];
            for (int each : old) {
                if (each != 0) {
                    insert(each - 1);
                }
            }
        }
    }

    private void insert(int number) {
        int slot = hash[number] & slots.length - 1;
        while (slots[slot] != 0) {
            slot = slot + 1 & slots.length - 1;
        }
        slots[slot] = number + 1;
    }

    /** False if the number has no block. */
    boolean remove(int number) {
        if (number >= bytes.length || bytes[number] == null) {
            return false;
        }
        int mask = slots.length - 1;
        int hole = hash[number] & mask;
        while (slots[hole] != number + 1) {
            hole = hole + 1 & mask;
        }
        for (int slot = hole + 1 & mask; slots[slot] != 0; slot = slot + 1 & mask) {
            // It may move into the hole unless its home lies behind the hole.
            if ((slot - hash[slots[slot] - 1] & mask) >= (slot - hole & mask)) {
                slots[hole] = slots[slot];
                hole = slot;
            }
        }
        slots[hole] = 0;
        bytes[number] = null;
        size--;
        return true;
    }

    private int hash(byte[] in, int from, int to, int belonging) {
        long mixed = belonging * multiplier;
        int at = from;
        for (; at + Long.BYTES <= to; at += Long.BYTES) {
            mixed = (mixed ^ BigEndian.i64(in, at)) * multiplier;
            mixed ^= mixed >>> 32;
        }
        for (; at < to; at++) {
            mixed = (mixed ^ in[at]) * multiplier;
        }
        return (int) (mixed >>> 32);
    }
}
