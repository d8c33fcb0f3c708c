package io.heddle.bgp.rib;

import java.util.Arrays;

/**
 * A set of small non-negative numbers, one bit each, with two levels of summary above: adding, removing and finding the next member
 * take constant time up to 16 million, and a set that was emptied costs nothing to look at. Single-threaded.
 */
final class NumberSet {

    static final int NONE = -1;

    private static final int SHIFT = 6;
    private static final long[] NOTHING = {};

    private long[] words = NOTHING;
    /** A bit for each word that is not zero. */
    private long[] lines = NOTHING;
    /** A bit for each line that is not zero. */
    private long[] pages = NOTHING;

    private int size;

    /** True if it was not in the set before. */
    boolean add(int number) {
        int word = number >> SHIFT;
        if (word >= words.length) {
            grow(word);
        }
        long bit = 1L << number;
        long before = words[word];
        if ((before & bit) != 0) {
            return false;
        }
        words[word] = before | bit;
        if (before == 0) {
            lines[word >> SHIFT] |= 1L << word;
            pages[word >> 2 * SHIFT] |= 1L << (word >> SHIFT);
        }
        size++;
        return true;
    }

    /** True if it was in the set before. */
    boolean remove(int number) {
        int word = number >> SHIFT;
        long bit = 1L << number;
        if (word >= words.length || (words[word] & bit) == 0) {
            return false;
        }
        words[word] &= ~bit;
        size--;
        if (words[word] == 0) {
            int line = word >> SHIFT;
            lines[line] &= ~(1L << word);
            if (lines[line] == 0) {
                pages[line >> SHIFT] &= ~(1L << line);
            }
        }
        return true;
    }

    boolean contains(int number) {
        int word = number >> SHIFT;
        return word < words.length && (words[word] & 1L << number) != 0;
    }

    int size() {
        return size;
    }

    boolean isEmpty() {
        return size == 0;
    }

    /** Adds all members of another set. */
    void addAll(NumberSet others) {
        for (int each = others.next(0); each != NONE; each = others.next(each + 1)) {
            add(each);
        }
    }

    void clear() {
        Arrays.fill(words, 0);
        Arrays.fill(lines, 0);
        Arrays.fill(pages, 0);
        size = 0;
    }

    /** The smallest member from {@code from} on, or {@link #NONE}. */
    int next(int from) {
        int word = from >> SHIFT;
        if (size == 0 || word >= words.length) {
            return NONE;
        }
        long rest = words[word] & -1L << from;
        if (rest != 0) {
            return (word << SHIFT) + Long.numberOfTrailingZeros(rest);
        }
        int nextWord = nextIn(lines, word + 1);
        if (nextWord == NONE) {
            int line = nextLine((word + 1 >> SHIFT) + 1);
            if (line == NONE) {
                return NONE;
            }
            nextWord = (line << SHIFT) + Long.numberOfTrailingZeros(lines[line]);
        }
        return (nextWord << SHIFT) + Long.numberOfTrailingZeros(words[nextWord]);
    }

    /** The next set bit of the word that {@code bit} is in. */
    private static int nextIn(long[] bits, int bit) {
        int at = bit >> SHIFT;
        if (at >= bits.length) {
            return NONE;
        }
        long rest = bits[at] & -1L << bit;
        return rest == 0 ? NONE : (at << SHIFT) + Long.numberOfTrailingZeros(rest);
    }

    private int nextLine(int from) {
        int line = nextIn(pages, from);
        for (int page = (from >> SHIFT) + 1; line == NONE && page < pages.length; page++) {
            line = nextIn(pages, page << SHIFT);
        }
        return line;
    }

    private void grow(int word) {
        words = Arrays.copyOf(words, Math.max(word + 1, words.length * 2));
        lines = Arrays.copyOf(lines, (words.length - 1 >> SHIFT) + 1);
        pages = Arrays.copyOf(pages, (lines.length - 1 >> SHIFT) + 1);
    }
}
