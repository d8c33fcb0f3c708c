package io.heddle.simulator.stable;

import io.heddle.bgp.attribute.Origin;
import io.heddle.model.config.NetworkConfig;
import io.heddle.model.config.Origination;
import io.heddle.model.config.SwitchConfig;
import io.heddle.model.net.IpAddress;
import io.heddle.model.net.IpFamily;
import io.heddle.model.net.Prefix;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Prefixes that no router can tell apart but by their name: in every state of a fabric originated by the same routers with the same
 * origin, in the same lists of all policies, inside the same aggregates. What holds for one then holds for all.
 */
public final class LikePrefixes {

    private final PrefixLists lists;
    private final Set<Prefix> alone = new HashSet<>();
    private final TreeSet<IpAddress> vteps = new TreeSet<>();

    private record Fate(List<Integer> originated, PrefixLists.Answers answers, IpFamily family) {}

    private LikePrefixes(NetworkConfig config, Premises any) {
        lists = any.prefixLists();
        for (SwitchConfig each : config.switches()) {
            each.vtep().ifPresent(vtep -> {
                vteps.add(vtep.bridgedAddress());
                vteps.add(vtep.routedAddress());
            });
        }
        any.routers().forEach(router -> router.bgp().originations().forEach(each -> {
            if (each instanceof Origination.Aggregate(Prefix prefix, boolean _)) {
                alone.add(prefix);
            }
        }));
    }

    /**
     * Groups of two and more, each in order, of what is originated in any of these states.
     *
     * @param states at least one
     */
    public static List<List<Prefix>> of(NetworkConfig config, List<Premises> states) {
        return new LikePrefixes(config, states.getFirst()).groups(states);
    }

    /** How many routes there are in a state, counting each router's own. */
    public static long count(Premises state) {
        return state.routers().stream()
                .mapToLong(each -> state.originated(each.name()).size())
                .sum();
    }

    private List<List<Prefix>> groups(List<Premises> states) {
        TreeMap<Prefix, List<Integer>> originated = new TreeMap<>();
        int manner = 0;
        for (Premises state : states) {
            for (Router router : state.routers()) {
                int first = manner;
                state.originated(router.name()).forEach((prefix, origin) -> originated
                        .computeIfAbsent(prefix, _ -> new ArrayList<>(1))
                        .add(first + origin.ordinal()));
                manner += Origin.values().length;
            }
        }
        Map<Fate, List<Prefix>> byFate = new LinkedHashMap<>();
        Map<List<Integer>, List<Integer>> shared = new HashMap<>();
        originated.forEach((prefix, how) -> {
            if (!isAlone(prefix)) {
                Fate fate = new Fate(shared.computeIfAbsent(how, same -> same), lists.answers(prefix), prefix.family());
                byFate.computeIfAbsent(fate, _ -> new ArrayList<>()).add(prefix);
            }
        });
        Collection<List<Prefix>> all = byFate.values();
        return all.stream().filter(each -> each.size() > 1).map(List::copyOf).toList();
    }

    /** A default route, an aggregate, and what decides whether a VTEP can be reached, are looked at by themselves. */
    private boolean isAlone(Prefix prefix) {
        IpAddress vtep = vteps.ceiling(prefix.address());
        return prefix.length() == 0 || alone.contains(prefix) || vtep != null && prefix.contains(vtep);
    }
}
