package io.heddle.simulator.stable;

import io.heddle.model.tables.EntryKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The prefixes of one class, counted by kind once for all switches. */
record ClassPrefixes(RouteClass routeClass, List<Bundle> bundles, long[] byKind, long size) {

    /** Adds the prefixes to counts by ordinal of {@link EntryKind}. */
    void addTo(long[] counts) {
        for (int i = 0; i < counts.length; i++) {
            counts[i] += byKind[i];
        }
    }

    /** Every class that has prefixes, in order of first appearance. */
    static List<ClassPrefixes> of(List<Bundle> bundles) {
        Map<RouteClass, List<Bundle>> grouped = new HashMap<>();
        List<RouteClass> order = new ArrayList<>();
        for (Bundle each : bundles) {
            grouped.computeIfAbsent(each.routeClass(), routeClass -> {
                        order.add(routeClass);
                        return new ArrayList<>();
                    })
                    .add(each);
        }
        return order.stream()
                .map(each -> counted(each, grouped.getOrDefault(each, List.of())))
                .toList();
    }

    private static ClassPrefixes counted(RouteClass routeClass, List<Bundle> bundles) {
        long[] byKind = new long[EntryKind.values().length];
        long size = 0;
        for (Bundle each : bundles) {
            size += each.prefixes().size();
            switch (each.prefixes()) {
                case PrefixSet.Hosts hosts ->
                    byKind[EntryKind.ofLearned(hosts.get(0)).ordinal()] += hosts.size();
                case PrefixSet.Listed listed ->
                    listed.prefixes()
                            .forEach(
                                    prefix -> byKind[EntryKind.ofLearned(prefix).ordinal()]++);
            }
        }
        return new ClassPrefixes(routeClass, bundles, byKind, size);
    }
}
