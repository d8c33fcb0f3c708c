package io.heddle.simulator.drill;

import io.heddle.model.net.IpAddress;
import io.heddle.model.net.Mac;
import io.heddle.model.net.Prefix;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * Which pairs' packets look what up on their way, to find those that a change may concern without asking all. What a pair looked up once stays
 * noted: who asks looks at its last walk. Single-threaded.
 */
final class Lookups {

    private final NavigableMap<IpAddress, Set<Pair>> addresses = new TreeMap<>();
    private final Map<Mac, Set<Pair>> macs = new HashMap<>();

    void add(Pair pair, Met met) {
        met.lookups.forEach(each ->
                addresses.computeIfAbsent(each, _ -> new LinkedHashSet<>()).add(pair));
        met.macs.forEach(
                each -> macs.computeIfAbsent(each, _ -> new LinkedHashSet<>()).add(pair));
    }

    /** Pairs that looked up one of these at some time, on whatever device; some more than once. */
    void touched(Touched touched, Consumer<Pair> action) {
        for (Prefix each : touched.prefixes()) {
            for (Map.Entry<IpAddress, Set<Pair>> entry :
                    addresses.tailMap(each.address()).entrySet()) {
                if (!each.contains(entry.getKey())) {
                    break;
                }
                entry.getValue().forEach(action);
            }
        }
        for (IpAddress each : touched.neighbors()) {
            addresses.getOrDefault(each, Set.of()).forEach(action);
        }
        for (Mac each : touched.macs()) {
            macs.getOrDefault(each, Set.of()).forEach(action);
        }
    }
}
