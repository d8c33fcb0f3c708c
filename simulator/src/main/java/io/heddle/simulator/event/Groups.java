package io.heddle.simulator.event;

import io.heddle.model.net.Prefix;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Prefixes that fare alike: everywhere originated together and in one manner, and answered alike by every policy. The first of a group
 * travels for all. Immutable.
 */
final class Groups {

    /** Every prefix for itself. */
    static final Groups NONE = new Groups(List.of());

    private final Map<Prefix, List<Prefix>> groupOf = new HashMap<>();
    private final int saved;

    /** Groups of two and more; all other prefixes are by themselves. */
    Groups(List<List<Prefix>> groups) {
        for (List<Prefix> each : groups) {
            each.forEach(prefix -> groupOf.put(prefix, each));
        }
        saved = groupOf.size() - groups.size();
    }

    boolean isEmpty() {
        return groupOf.isEmpty();
    }

    /** How many prefixes travel with another. */
    int saved() {
        return saved;
    }

    /** The prefixes that fare as this one does, itself among them. */
    List<Prefix> of(Prefix prefix) {
        List<Prefix> group = groupOf.get(prefix);
        return group == null ? List.of(prefix) : group;
    }

    /**
     * What travels of what a router originates.
     *
     * @throws Parted if prefixes of one group do not fare alike after all
     */
    <T> SortedMap<Prefix, T> travelling(SortedMap<Prefix, T> all) {
        if (groupOf.isEmpty()) {
            return all;
        }
        SortedMap<Prefix, T> first = new TreeMap<>();
        all.forEach((prefix, what) -> {
            List<Prefix> group = of(prefix);
            if (group.getFirst().equals(prefix)) {
                first.put(prefix, what);
            } else if (!what.equals(all.get(group.getFirst()))) {
                throw new Parted(prefix, group.getFirst());
            }
        });
        first.forEach((prefix, what) -> {
            for (Prefix each : of(prefix)) {
                if (!what.equals(all.get(each))) {
                    throw new Parted(each, prefix);
                }
            }
        });
        return first;
    }

    /** Prefixes taken for alike are not: the run has to be made without groups. */
    static final class Parted extends RuntimeException {
        private static final long serialVersionUID = 1;

        Parted(Prefix one, Prefix other) {
            this(one + " does not fare as " + other + " does");
        }

        Parted(String why) {
            super(why);
        }
    }
}
