package io.heddle.simulator.stable;

import io.heddle.model.tables.RouteSource;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Collects a group's hops and remembers each router's last groups, so that the shared {@link HopGroups} are asked rarely. For one thread. */
final class GroupMemo {

    private static final int WAYS = 4;

    private final HopGroups[] groups;
    private final int[] @Nullable [] known;
    private final RouteSource[] sources;
    private final int[] numbers;
    private int[] hops = new int[16];
    private int size;

    GroupMemo(CoreGraph core, HopGroups[] groups) {
        this.groups = groups;
        known = new int[core.routers.length * WAYS][];
        sources = new RouteSource[known.length];
        numbers = new int[known.length];
    }

    /** Begins a group. */
    void clear() {
        size = 0;
    }

    /** Adds a hop, as {@link HopGroups} numbers them. */
    void add(int hop) {
        if (size == hops.length) {
            hops = Arrays.copyOf(hops, size * 2);
        }
        hops[size++] = hop;
    }

    /** The number of the router's group with the hops added. */
    int number(int router, RouteSource source) {
        int slot = router * WAYS + (hops[0] + size & WAYS - 1);
        int[] before = known[slot];
        if (before != null && sources[slot] == source && Arrays.equals(before, 0, before.length, hops, 0, size)) {
            return numbers[slot];
        }
        int number = groups[router].number(source, hops, size);
        known[slot] = Arrays.copyOf(hops, size);
        sources[slot] = source;
        numbers[slot] = number;
        return number;
    }
}
