package io.heddle.evpn.calc;

import io.heddle.model.fabric.DeviceName;
import java.util.Arrays;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/** An immutable set of switches, one bit each; iterates their names in the order in which the engine came to know them. */
public final class SwitchSet implements Iterable<DeviceName> {

    private final SwitchNames names;
    private final long[] words;
    private int hash;

    private SwitchSet(SwitchNames names, long[] words) {
        this.names = names;
        this.words = words;
    }

    static SwitchSet none(SwitchNames names) {
        return new SwitchSet(names, new long[0]);
    }

    private SwitchSet trimmed(long[] result) {
        int length = result.length;
        while (length > 0 && result[length - 1] == 0) {
            length--;
        }
        return new SwitchSet(names, length == result.length ? result : Arrays.copyOf(result, length));
    }

    /** The set of one that is in it. */
    SwitchSet only(int number) {
        long[] result = new long[(number >> 6) + 1];
        result[number >> 6] = 1L << number;
        return Arrays.equals(result, words) ? this : new SwitchSet(names, result);
    }

    SwitchSet with(int number) {
        if (contains(number)) {
            return this;
        }
        long[] result = Arrays.copyOf(words, Math.max(words.length, (number >> 6) + 1));
        result[number >> 6] |= 1L << number;
        return new SwitchSet(names, result);
    }

    SwitchSet without(int number) {
        if (!contains(number)) {
            return this;
        }
        long[] result = words.clone();
        result[number >> 6] &= ~(1L << number);
        return trimmed(result);
    }

    SwitchSet and(SwitchSet other) {
        if (other.containsAll(this)) {
            return this;
        }
        long[] result = new long[Math.min(words.length, other.words.length)];
        for (int i = 0; i < result.length; i++) {
            result[i] = words[i] & other.words[i];
        }
        return trimmed(result);
    }

    SwitchSet andNot(SwitchSet other) {
        if (!meets(other)) {
            return this;
        }
        long[] result = words.clone();
        for (int i = 0; i < Math.min(words.length, other.words.length); i++) {
            result[i] &= ~other.words[i];
        }
        return trimmed(result);
    }

    SwitchSet or(SwitchSet other) {
        if (words.length < other.words.length) {
            return other.or(this);
        }
        if (containsAll(other)) {
            return this;
        }
        long[] result = words.clone();
        for (int i = 0; i < other.words.length; i++) {
            result[i] |= other.words[i];
        }
        return new SwitchSet(names, result);
    }

    boolean meets(SwitchSet other) {
        for (int i = 0; i < Math.min(words.length, other.words.length); i++) {
            if ((words[i] & other.words[i]) != 0) {
                return true;
            }
        }
        return false;
    }

    boolean containsAll(SwitchSet other) {
        for (int i = 0; i < other.words.length; i++) {
            if ((other.words[i] & ~(i < words.length ? words[i] : 0)) != 0) {
                return false;
            }
        }
        return true;
    }

    boolean contains(int number) {
        return number >> 6 < words.length && (words[number >> 6] >>> number & 1) != 0;
    }

    public boolean contains(DeviceName device) {
        int number = names.find(device);
        return number >= 0 && contains(number);
    }

    public boolean isEmpty() {
        return words.length == 0;
    }

    public int size() {
        int size = 0;
        for (long each : words) {
            size += Long.bitCount(each);
        }
        return size;
    }

    /** The number of one of them; the set is not empty. */
    int first() {
        return from(0);
    }

    private int from(int from) {
        int word = from >> 6;
        if (word >= words.length) {
            return -1;
        }
        long left = words[word] & -1L << from;
        while (left == 0) {
            if (++word == words.length) {
                return -1;
            }
            left = words[word];
        }
        return word * Long.SIZE + Long.numberOfTrailingZeros(left);
    }

    void forEachNumber(IntConsumer action) {
        for (int at = from(0); at >= 0; at = from(at + 1)) {
            action.accept(at);
        }
    }

    @Override
    public Iterator<DeviceName> iterator() {
        return new Iterator<>() {
            private int at = from(0);

            @Override
            public boolean hasNext() {
                return at >= 0;
            }

            @Override
            public DeviceName next() {
                if (at < 0) {
                    throw new NoSuchElementException("no more switches");
                }
                DeviceName name = names.name(at);
                at = from(at + 1);
                return name;
            }
        };
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || other instanceof SwitchSet that && Arrays.equals(words, that.words) && names == that.names;
    }

    @Override
    public int hashCode() {
        if (hash == 0) {
            // Most sets differ in a bit or two, of which a plain sum leaves no trace in the bits that tables look at.
            long mixed = 0;
            for (long each : words) {
                mixed = (mixed ^ each) * 0x9E37_79B9_7F4A_7C15L;
                mixed ^= mixed >>> 29;
            }
            hash = (int) (mixed ^ mixed >>> 32) | 1;
        }
        return hash;
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("{");
        forEach(each -> text.append(text.length() == 1 ? "" : ", ").append(each));
        return text.append('}').toString();
    }
}
