package io.heddle.evpn.calc;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.IntFunction;

/**
 * What switches hold under one key: disjoint sets of switches, each with the outcome all of them share. Switches that are in no set hold
 * nothing. Nearly always there is one set, whatever the size of the fabric.
 */
record Spread(List<Share> shares) {

    record Share(SwitchSet at, Outcome outcome) {}

    static final Spread EMPTY = new Spread(List.of());

    /**
     * The outcome for all of {@code region}: switches with equal answers from all of {@code splitters} share it, those of {@code alone}
     * are asked one by one.
     */
    static Spread of(
            SwitchSet region, SwitchSet alone, Collection<SwitchSet> splitters, IntFunction<Outcome> outcomeAt) {
        if (region.isEmpty()) {
            return EMPTY;
        }
        List<SwitchSet> parts = new ArrayList<>(2);
        SwitchSet common = region.andNot(alone);
        if (!common.isEmpty()) {
            parts.add(common);
        }
        for (SwitchSet splitter : splitters) {
            for (int i = parts.size() - 1; i >= 0; i--) {
                SwitchSet part = parts.get(i);
                if (splitter.containsAll(part) || !splitter.meets(part)) {
                    continue;
                }
                parts.set(i, part.and(splitter));
                parts.add(part.andNot(splitter));
            }
        }
        List<Share> shares = new ArrayList<>(parts.size());
        for (SwitchSet part : parts) {
            add(shares, part, outcomeAt.apply(part.first()));
        }
        if (alone.meets(region)) {
            SwitchSet asked = alone.and(region);
            asked.forEachNumber(each -> add(shares, asked.only(each), outcomeAt.apply(each)));
        }
        return new Spread(shares);
    }

    /** Equal outcomes are one share: what is counted by sets of switches must not depend on how the region was split. */
    private static void add(List<Share> shares, SwitchSet at, Outcome outcome) {
        if (outcome.equals(Outcome.NOTHING)) {
            return;
        }
        for (int i = 0; i < shares.size(); i++) {
            if (shares.get(i).outcome().equals(outcome)) {
                shares.set(i, new Share(shares.get(i).at().or(at), outcome));
                return;
            }
        }
        shares.add(new Share(at, outcome));
    }
}
