package io.heddle.evpn.calc;

import java.util.Arrays;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/** A map from {@code long}: open addressing with linear probing, 24 to 48 bytes an entry, no object. Single-threaded. */
final class LongTable<V> {

    private static final int SMALLEST = 8;
    /** Bits of a key. */
    private static final int NEIGHBOURS = 5;

    private long[] keys = new long[SMALLEST];
    private @Nullable Object[] values = new Object[SMALLEST];
    private int size;

    int size() {
        return size;
    }

    @Nullable
    V get(long key) {
        int at = find(key);
        return value(at);
    }

    void put(long key, V value) {
        int at = find(key);
        if (values[at] == null) {
            keys[at] = key;
            size++;
        }
        values[at] = value;
        // Fuller, searches for what is not there would look at many slots.
        if (size * 2 > keys.length) {
            resize(keys.length * 2);
        }
    }

    void remove(long key) {
        int hole = find(key);
        if (values[hole] == null) {
            return;
        }
        size--;
        int mask = keys.length - 1;
        // What was pushed past the hole moves back, so that no search ends too early.
        for (int at = hole + 1 & mask; values[at] != null; at = at + 1 & mask) {
            int home = slot(keys[at]);
            if ((at - home & mask) >= (at - hole & mask)) {
                keys[hole] = keys[at];
                values[hole] = values[at];
                hole = at;
            }
        }
        values[hole] = null;
        if (keys.length > SMALLEST && size * 8 < keys.length) {
            resize(keys.length / 2);
        }
    }

    /** The keys, in an order that depends on the keys and the history alone; the table must not change meanwhile. */
    void forEachKey(LongConsumer action) {
        for (int i = 0; i < keys.length; i++) {
            if (values[i] != null) {
                action.accept(keys[i]);
            }
        }
    }

    /** All keys, ascending. */
    long[] sortedKeys() {
        long[] all = new long[size];
        int next = 0;
        for (int i = 0; i < keys.length; i++) {
            if (values[i] != null) {
                all[next++] = keys[i];
            }
        }
        Arrays.sort(all);
        return all;
    }

    private int find(long key) {
        int at = slot(key);
        while (values[at] != null && keys[at] != key) {
            at = at + 1 & keys.length - 1;
        }
        return at;
    }

    /** Keys that differ in their last bits alone are neighbours: hosts that come and go together mostly have such addresses and MACs. */
    private int slot(long key) {
        long mixed = (key >>> NEIGHBOURS) * 0x9E37_79B9_7F4A_7C15L;
        return (int) (mixed ^ mixed >>> 32 ^ key & (1 << NEIGHBOURS) - 1) & keys.length - 1;
    }

    private void resize(int length) {
        long[] oldKeys = keys;
        @Nullable Object[] oldValues = values;
        keys = new long[length];
        values = new Object[length];
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldValues[i] != null) {
                int at = find(oldKeys[i]);
                keys[at] = oldKeys[i];
                values[at] = oldValues[i];
            }
        }
    }

    @SuppressWarnings("unchecked")
    private @Nullable V value(int at) {
        return (V) values[at];
    }
}
