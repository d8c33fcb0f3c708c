package io.heddle.bgp.rib;

import java.util.Arrays;

/** Hands out numbers from 0 on, those given back first. Single-threaded. */
final class FreeNumbers {

    private int[] freed = {};
    private int freedSize;
    private int limit;

    int take() {
        return freedSize > 0 ? freed[--freedSize] : limit++;
    }

    void giveBack(int number) {
        if (freedSize == freed.length) {
            freed = Arrays.copyOf(freed, Math.max(16, freedSize * 2));
        }
        freed[freedSize++] = number;
        if (freedSize == limit) {
            // From the start again, so that what arrives next lies in order.
            freedSize = 0;
            limit = 0;
        }
    }

    /** All numbers handed out so far are below this. */
    int limit() {
        return limit;
    }

    /** How many are handed out. */
    int size() {
        return limit - freedSize;
    }
}
