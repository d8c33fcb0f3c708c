package io.heddle.simulator.event;

import io.heddle.model.tables.NextHop;
import io.heddle.model.tables.RouteEntry;
import io.heddle.model.tables.RouteSource;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/** Every {@link Content.Way} of a device, each once. Single-threaded. */
final class Ways {

    private record Key(RouteSource source, List<NextHop> nextHops) {}

    private final Map<Key, Content.Way> all = new HashMap<>();
    private final Map<Peers, Content.Way> byPeers = new HashMap<>();
    private final Peers asked = new Peers();

    /** The peers that the paths of a route came from, in the order they were chosen. Mutable only while it is no key. */
    private static final class Peers {
        private int[] numbers = {};
        private int count;

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Peers that && Arrays.equals(numbers, 0, count, that.numbers, 0, that.count);
        }

        @Override
        public int hashCode() {
            int hash = 1;
            for (int i = 0; i < count; i++) {
                hash = 31 * hash + numbers[i];
            }
            return hash * 0x9E3779B9 >>> 7;
        }

        Peers copy() {
            Peers copy = new Peers();
            copy.numbers = Arrays.copyOf(numbers, count);
            copy.count = count;
            return copy;
        }
    }

    /** Begins a question: which way do routes lead that came from the peers to be {@link #from named}. */
    void ask(int peers) {
        if (asked.numbers.length < peers) {
            asked.numbers = new int[peers];
        }
        asked.count = 0;
    }

    void from(int peer) {
        asked.numbers[asked.count++] = peer;
    }

    /** The answer, if it was given before. */
    Content.@Nullable Way known() {
        return byPeers.get(asked);
    }

    /** Gives the answer from now on. */
    Content.Way answer(Content.Way way) {
        byPeers.put(asked.copy(), way);
        return way;
    }

    /** Peers are numbered anew. */
    void forgetPeers() {
        byPeers.clear();
    }

    Content.Way of(RouteSource source, SortedSet<NextHop> nextHops) {
        return of(source, List.copyOf(nextHops));
    }

    Content.Way of(RouteEntry entry) {
        return of(entry.source(), entry.nextHops());
    }

    Content.Way of(RouteSource source, List<NextHop> nextHops) {
        return all.computeIfAbsent(new Key(source, nextHops), key -> new Content.Way(key.source, key.nextHops));
    }
}
