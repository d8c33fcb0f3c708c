package io.heddle.simulator.stable;

import io.heddle.model.config.PeerGroup;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;

/**
 * Core routers that hear the same: sessions from the same update groups, in the same order, under equal peer groups. As long as nobody uses
 * what they send, and their own AS numbers are in no path, they choose alike, and one can compute for all: the leafs of a Clos under the
 * same spines. Found, not assumed: a leaf that lost a link has no twin among those that did not.
 */
final class Twins {

    private record Key(int maxPaths, boolean relax, List<Long> sessions) {}

    private final CoreGraph core;
    /** The set of each core router. */
    private final int[] setOf;

    private final int[][] members;
    /** Whether all members of a set have one AS. */
    private final boolean[] sameAs;

    private final Map<Long, List<Integer>> routersOfAs = new HashMap<>();

    Twins(CoreGraph core) {
        this.core = core;
        Map<PeerGroup, Integer> equal = new HashMap<>();
        IdentityHashMap<PeerGroup, Integer> numbers = new IdentityHashMap<>();
        Map<Key, List<Integer>> sets = new HashMap<>();
        List<List<Integer>> ordered = new ArrayList<>();
        for (int v = 0; v < core.routers.length; v++) {
            List<Long> sessions = new ArrayList<>();
            for (int s = core.firstInto[v]; s < core.firstInto[v + 1]; s++) {
                int number = numbers.computeIfAbsent(
                        core.sessions[s].received().group(), group -> equal.computeIfAbsent(group, _ -> equal.size()));
                sessions.add((long) core.group[s] << 32 | (long) number << 4 | core.families[s]);
            }
            Router router = core.routers[v];
            Key key = new Key(router.bgp().maxPaths(), router.bgp().multipathRelax(), sessions);
            sets.computeIfAbsent(key, _ -> {
                        ordered.add(new ArrayList<>());
                        return ordered.getLast();
                    })
                    .add(v);
            routersOfAs
                    .computeIfAbsent(router.bgp().asn().value(), _ -> new ArrayList<>())
                    .add(v);
        }
        setOf = new int[core.routers.length];
        List<int[]> kept = new ArrayList<>();
        for (List<Integer> each : ordered) {
            split(each, kept);
        }
        members = kept.toArray(int[][]::new);
        sameAs = new boolean[members.length];
        for (int set = 0; set < members.length; set++) {
            sameAs[set] = haveOneAs(members[set]);
            for (int v : members[set]) {
                setOf[v] = set;
            }
        }
    }

    /** Sets apart those members of a mixed set whose AS is also found outside of it: it could be in a path that no member sent. */
    private void split(List<Integer> set, List<int[]> kept) {
        int[] all = set.stream().mapToInt(each -> each).toArray();
        if (haveOneAs(all)) {
            kept.add(all);
            return;
        }
        HashSet<Integer> inside = new HashSet<>(set);
        List<Integer> together = new ArrayList<>();
        for (int v : all) {
            if (inside.containsAll(routersOfAs.getOrDefault(asOf(v), List.of()))) {
                together.add(v);
            } else {
                kept.add(new int[] {v});
            }
        }
        if (!together.isEmpty()) {
            kept.add(together.stream().mapToInt(each -> each).toArray());
        }
    }

    private long asOf(int v) {
        return core.routers[v].bgp().asn().value();
    }

    private boolean haveOneAs(int[] routers) {
        for (int v : routers) {
            if (asOf(v) != asOf(routers[0])) {
                return false;
            }
        }
        return true;
    }

    /** The sets, each with its members in ascending order. */
    int[][] sets() {
        return members;
    }

    int setOf(int router) {
        return setOf[router];
    }

    /** Calls for every router with this AS, which a path of the class may hold, unless its whole set has it. */
    void withAs(long asn, IntConsumer action) {
        for (int v : routersOfAs.getOrDefault(asn, List.of())) {
            if (!sameAs[setOf[v]]) {
                action.accept(v);
            }
        }
    }
}
