package io.heddle.simulator.stable;

import io.heddle.model.tables.NextHop;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Next hops by number: sessions first, then third-party next hops as they come up. Thread-safe. */
final class NextHops {

    private final CoreGraph core;
    private final List<NextHop> thirdParty = new ArrayList<>();
    private final Map<NextHop, Integer> numbers = new HashMap<>();

    NextHops(CoreGraph core) {
        this.core = core;
    }

    /** The number of a next hop that is no session's. */
    synchronized int number(NextHop nextHop) {
        return numbers.computeIfAbsent(nextHop, _ -> {
            thirdParty.add(nextHop);
            return core.sessions.length + thirdParty.size() - 1;
        });
    }

    private synchronized NextHop thirdParty(int number) {
        return thirdParty.get(number - core.sessions.length);
    }

    /**
     * Written out, sorted, equal ones merged.
     *
     * @param router the core number of the router that forwards
     * @param stub whose sessions into the router the negative numbers count: -1 the first by rank
     */
    List<NextHop> of(int router, int[] hops, @Nullable Router stub) {
        List<NextHop> nextHops = new ArrayList<>(hops.length);
        for (int hop : hops) {
            if (hop < 0) {
                nextHops.add(core.nextHop[stubSession(router, stub, -1 - hop)]);
            } else if (hop < core.firstInto[router + 1] - core.firstInto[router]) {
                nextHops.add(core.nextHop[core.firstInto[router] + hop]);
            } else {
                nextHops.add(hop < core.sessions.length ? core.nextHop[hop] : thirdParty(hop));
            }
        }
        return HopGroups.sorted(nextHops);
    }

    private int stubSession(int router, @Nullable Router stub, int position) {
        int at = 0;
        if (stub != null) {
            for (int s : core.stubSessions.getOrDefault(stub.number(), List.of())) {
                if (core.to[s] == router && at++ == position) {
                    return s;
                }
            }
        }
        throw new IllegalStateException("router " + router + " has no session " + position + " from stub " + stub);
    }
}
