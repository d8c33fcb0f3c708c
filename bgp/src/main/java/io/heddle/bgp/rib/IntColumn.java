package io.heddle.bgp.rib;

import java.util.Arrays;

/**
 * A number for each index from 0 on. It grows by pages of 16 KiB, so that no growth copies the table or leaves half of it behind for the
 * collector; the first page grows by doubling, for tables that stay small. Single-threaded.
 */
final class IntColumn {

    private static final int PAGE_BITS = 12;
    private static final int PAGE = 1 << PAGE_BITS;
    private static final int MASK = PAGE - 1;
    private static final int SMALLEST = 16;

    private final int initial;
    private int[][] pages = {};
    private int size;

    /** @param initial what stands at each index until it is set */
    IntColumn(int initial) {
        this.initial = initial;
    }

    int get(int index) {
        return pages[index >>> PAGE_BITS][index & MASK];
    }

    void set(int index, int value) {
        pages[index >>> PAGE_BITS][index & MASK] = value;
    }

    /** There is a place for each index below this. */
    int size() {
        return size;
    }

    /** Makes places for all indexes up to this one. */
    void reach(int index) {
        while (index >= size) {
            int page = size >>> PAGE_BITS;
            if (page == pages.length) {
                pages = Arrays.copyOf(pages, Math.max(1, page * 2));
            }
            int from = size & MASK;
            int length = page == 0 ? Math.min(PAGE, Math.max(SMALLEST, from * 2)) : PAGE;
            int[] longer = from == 0 ? new int[length] : Arrays.copyOf(pages[page], length);
            if (initial != 0) {
                Arrays.fill(longer, from, length, initial);
            }
            pages[page] = longer;
            size += length - from;
        }
    }
}
