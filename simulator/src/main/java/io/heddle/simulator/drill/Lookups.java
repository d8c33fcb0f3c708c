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

/**
 * On the way to which destinations what is looked up, to find those that a change may concern without asking all. What was looked up once stays
 * noted: who asks looks at the last walks. Single-threaded.
 */
final class Lookups {

    private final NavigableMap<IpAddress, Set<Destination>> addresses = new TreeMap<>();
    private final Map<Mac, Set<Destination>> macs = new HashMap<>();

    void add(Destination to, Met met) {
        for (IpAddress each : met.lookups()) {
            if (to.lookups.add(each)) {
                addresses.computeIfAbsent(each, _ -> new LinkedHashSet<>()).add(to);
            }
        }
        for (Mac each : met.macs()) {
            if (to.macs.add(each)) {
                macs.computeIfAbsent(each, _ -> new LinkedHashSet<>()).add(to);
            }
        }
    }

    /** Destinations for which one of these was looked up at some time, on whatever device. */
    Set<Destination> touched(Touched touched) {
        Set<Destination> found = new LinkedHashSet<>();
        for (Prefix each : touched.prefixes()) {
            if (each.isHost()) {
                found.addAll(addresses.getOrDefault(each.address(), Set.of()));
            } else {
                for (Map.Entry<IpAddress, Set<Destination>> entry :
                        addresses.tailMap(each.address()).entrySet()) {
                    if (!each.contains(entry.getKey())) {
                        break;
                    }
                    found.addAll(entry.getValue());
                }
            }
        }
        touched.neighbors().forEach(each -> found.addAll(addresses.getOrDefault(each, Set.of())));
        touched.macs().forEach(each -> found.addAll(macs.getOrDefault(each, Set.of())));
        return found;
    }
}
