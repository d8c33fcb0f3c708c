package io.heddle.simulator.stable;

import io.heddle.model.tables.RouteSource;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Remembers each router's last groups, so that the shared {@link HopGroups} are asked rarely. For one thread. */
final class GroupMemo {

    private static final int WAYS = 4;

    private final CoreGraph core;
    private final HopGroups[] groups;
    private final int[] @Nullable [] hops;
    private final RouteSource[] sources;
    private final int[] numbers;
    private int[] relative = new int[16];

    GroupMemo(CoreGraph core, HopGroups[] groups) {
        this.core = core;
        this.groups = groups;
        hops = new int[groups.length * WAYS][];
        sources = new RouteSource[hops.length];
        numbers = new int[hops.length];
    }

    /**
     * The number of a router's group.
     *
     * @param wanted sessions by number, next hops of {@link NextHops}, or a stub's sessions as negative numbers
     */
    int number(int router, RouteSource source, int[] wanted, int size) {
        if (relative.length < size) {
            relative = new int[size * 2];
        }
        int first = core.firstInto[router];
        for (int i = 0; i < size; i++) {
            relative[i] = wanted[i] >= first && wanted[i] < core.firstInto[router + 1] ? wanted[i] - first : wanted[i];
        }
        int slot = router * WAYS + (relative[0] + size & WAYS - 1);
        int[] known = hops[slot];
        if (known != null && sources[slot] == source && Arrays.equals(known, 0, known.length, relative, 0, size)) {
            return numbers[slot];
        }
        int number = groups[router].number(source, relative, size);
        hops[slot] = Arrays.copyOf(relative, size);
        sources[slot] = source;
        numbers[slot] = number;
        return number;
    }
}
