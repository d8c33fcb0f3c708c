package io.heddle.test.interop;

import java.util.List;

/**
 * A route as either side tells it, in the same words.
 *
 * @param med -1 where there is none
 * @param communities {@code high:low}, sorted
 */
record Entry(String prefix, String nextHop, String asPath, String origin, long med, List<String> communities)
        implements Comparable<Entry> {

    Entry {
        communities = communities.stream().sorted().toList();
    }

    Entry withoutCommunities() {
        return new Entry(prefix, nextHop, asPath, origin, med, List.of());
    }

    @Override
    public int compareTo(Entry other) {
        return toString().compareTo(other.toString());
    }
}
