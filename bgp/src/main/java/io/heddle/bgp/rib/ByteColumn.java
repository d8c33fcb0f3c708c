package io.heddle.bgp.rib;

import java.util.Arrays;

/** Like {@link IntColumn}, an octet for each index, 0 until it is set, in pages of 16 KiB. Single-threaded. */
final class ByteColumn {

    private static final int PAGE_BITS = 14;
    private static final int PAGE = 1 << PAGE_BITS;
    private static final int MASK = PAGE - 1;
    private static final int SMALLEST = 16;

    private byte[][] pages = {};
    private int size;

    byte get(int index) {
        return pages[index >>> PAGE_BITS][index & MASK];
    }

    void set(int index, int value) {
        pages[index >>> PAGE_BITS][index & MASK] = (byte) value;
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
            pages[page] = from == 0 ? new byte[length] : Arrays.copyOf(pages[page], length);
            size += length - from;
        }
    }
}
