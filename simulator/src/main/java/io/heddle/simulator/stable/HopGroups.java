package io.heddle.simulator.stable;

import io.heddle.model.tables.NextHop;
import io.heddle.model.tables.RouteSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The distinct next-hop groups of one router, or of several {@link Twins}, numbered, so that a route costs four bytes. Thread-safe; numbers depend on the order of
 * solving and mean nothing outside.
 */
final class HopGroups {

    /** No route. */
    static final int NONE = 0;

    /** Originated here: nothing that BGP puts into the forwarding table. */
    static final int ORIGINATED = 1;

    private static final int FIRST = 2;

    private final Map<Key, Integer> numbers = new HashMap<>();
    private final List<Group> groups = new ArrayList<>();

    /**
     * A group: its source and hops. Hops below the number of the router's sessions are sessions by rank; beyond are the numbers of
     * {@link NextHops}; -1, -2, ... are a stub's sessions, counted from its first.
     */
    private record Key(RouteSource source, int[] hops) {
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Key that && source == that.source && Arrays.equals(hops, that.hops);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(hops) * 2 + (source == RouteSource.BGP_EXTERNAL ? 0 : 1);
        }
    }

    /**
     * A group.
     *
     * @param hops as in the key, ascending
     */
    record Group(RouteSource source, int[] hops) {

        /** Whether its next hops differ from stub to stub. */
        boolean dependsOnStub() {
            return hops[0] < 0;
        }
    }

    /** The number of a group. {@code hops} need not be sorted and is not kept. */
    synchronized int number(RouteSource source, int[] hops, int size) {
        int[] sorted = Arrays.copyOf(hops, size);
        Arrays.sort(sorted);
        return numbers.computeIfAbsent(new Key(source, sorted), _ -> {
            groups.add(new Group(source, sorted));
            return groups.size() - 1 + FIRST;
        });
    }

    synchronized Group group(int number) {
        return groups.get(number - FIRST);
    }

    /** Sorted, without doubles. */
    static List<NextHop> sorted(List<NextHop> hops) {
        return hops.size() == 1 ? List.copyOf(hops) : List.copyOf(new TreeSet<>(hops));
    }
}
