package io.heddle.controller.onos.ovsdb;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What a column holds (RFC 7047 section 5.1): a set, of which a single value is a set of one, or a map. Numbers and flags are kept as text. */
sealed interface Value {

    static Atoms of(Object... atoms) {
        return new Atoms(Stream.of(atoms).map(Object::toString).toList());
    }

    /** A set of atoms, in order. */
    record Atoms(SortedSet<String> atoms) implements Value {

        static final Atoms NONE = new Atoms(List.of());

        Atoms(Collection<String> atoms) {
            this(Collections.unmodifiableSortedSet(new TreeSet<>(atoms)));
        }

        /** The first, where there is one. */
        Optional<String> first() {
            return atoms.stream().findFirst();
        }

        @Override
        public String toString() {
            return atoms.isEmpty() ? "nothing" : String.join(",", atoms);
        }
    }

    /** A map, in order of its keys. */
    record Pairs(SortedMap<String, String> pairs) implements Value {

        static final Pairs NONE = new Pairs(Map.of());

        Pairs(Map<String, String> pairs) {
            this(Collections.unmodifiableSortedMap(new TreeMap<>(pairs)));
        }

        /** These, and those of {@code others} whose keys are not among them. */
        Pairs over(Pairs others) {
            SortedMap<String, String> all = new TreeMap<>(others.pairs);
            all.putAll(pairs);
            return new Pairs(all);
        }

        @Override
        public String toString() {
            return pairs.isEmpty() ? "nothing" : pairs.toString();
        }
    }
}
