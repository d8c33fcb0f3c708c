package io.heddle.simulator.stable;

import io.heddle.model.config.Match;
import io.heddle.model.config.Neighbor;
import io.heddle.model.config.Origination;
import io.heddle.model.config.Policy;
import io.heddle.model.config.PrefixRange;
import io.heddle.model.net.Asn;
import io.heddle.model.net.Prefix;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Every question that policies and aggregates ask of a prefix, numbered, so that prefixes with the same answers can be treated as one:
 * the {@link Answers} of a prefix.
 */
final class PrefixLists {

    /** The answers: which lists a prefix is in, and which aggregates strictly cover it. */
    record Answers(BitSet lists, BitSet aggregates) {}

    private final List<List<PrefixRange>> lists = new ArrayList<>();
    private final Map<List<PrefixRange>, Integer> numbers = new HashMap<>();
    private final IdentityHashMap<List<PrefixRange>, Integer> byIdentity = new IdentityHashMap<>();
    private final Map<Prefix, Integer> aggregates = new HashMap<>();
    private final List<Prefix> aggregatePrefixes = new ArrayList<>();
    private final Set<Asn> ases = new HashSet<>();
    private final TreeSet<Integer> aggregateLengths = new TreeSet<>();

    PrefixLists(SessionGraph graph) {
        IdentityHashMap<Policy, Boolean> seen = new IdentityHashMap<>();
        for (Router router : graph.routers()) {
            for (Neighbor each : router.bgp().neighbors()) {
                collect(each.group().importPolicy(), seen);
                collect(each.group().exportPolicy(), seen);
            }
            for (Origination each : router.bgp().originations()) {
                if (each instanceof Origination.Aggregate aggregate) {
                    if (aggregates.putIfAbsent(aggregate.prefix(), aggregates.size()) == null) {
                        aggregatePrefixes.add(aggregate.prefix());
                    }
                    aggregateLengths.add(aggregate.prefix().length());
                }
            }
        }
    }

    private void collect(Policy policy, IdentityHashMap<Policy, Boolean> seen) {
        if (seen.put(policy, true) != null) {
            return;
        }
        policy.terms().forEach(term -> term.matches().forEach(match -> {
            if (match instanceof Match.AsPathContains wanted) {
                ases.add(wanted.asn());
            }
            if (match instanceof Match.PrefixIn in) {
                int number = numbers.computeIfAbsent(in.ranges(), ranges -> {
                    lists.add(ranges);
                    return lists.size() - 1;
                });
                byIdentity.put(in.ranges(), number);
            }
        }));
    }

    /** The number of a list that some policy asks about. */
    int number(List<PrefixRange> ranges) {
        Integer number = byIdentity.get(ranges);
        if (number == null) {
            throw new IllegalStateException("prefix list of no known policy: " + ranges);
        }
        return number;
    }

    /** Whether some policy looks for this AS in AS_PATHs. */
    boolean asksForAs(Asn asn) {
        return ases.contains(asn);
    }

    /** The number of an aggregate's prefix, or -1. */
    int aggregate(Prefix prefix) {
        return aggregates.getOrDefault(prefix, -1);
    }

    Prefix aggregatePrefix(int number) {
        return aggregatePrefixes.get(number);
    }

    Answers answers(Prefix prefix) {
        BitSet in = new BitSet();
        for (int i = 0; i < lists.size(); i++) {
            for (PrefixRange each : lists.get(i)) {
                if (each.matches(prefix)) {
                    in.set(i);
                    break;
                }
            }
        }
        BitSet covered = new BitSet();
        for (int length : aggregateLengths.headSet(prefix.length())) {
            Integer number = aggregates.get(Prefix.covering(prefix.address(), length));
            if (number != null) {
                covered.set(number);
            }
        }
        return new Answers(in, covered);
    }

    /** Whether all host prefixes between two addresses have the same answers, judged without looking at each. */
    boolean sameForAll(Prefix first, Prefix last) {
        for (List<PrefixRange> list : lists) {
            for (PrefixRange each : list) {
                boolean inside = each.within().contains(first) && each.within().contains(last);
                if (!inside && touches(each.within(), first, last)) {
                    return false;
                }
            }
        }
        for (int length : aggregateLengths.headSet(first.length())) {
            if (!Prefix.covering(first.address(), length).equals(Prefix.covering(last.address(), length))) {
                return false;
            }
        }
        return true;
    }

    private static boolean touches(Prefix range, Prefix first, Prefix last) {
        return range.family() == first.family()
                && (range.contains(first)
                        || range.contains(last)
                        || range.address().compareTo(first.address()) > 0
                                && range.address().compareTo(last.address()) < 0);
    }
}
