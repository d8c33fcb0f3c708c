package io.heddle.test.agreement;

import io.heddle.model.tables.EntryKind;
import io.heddle.model.tables.ExplicitTables;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;

/** The first difference between two switches' tables, as text. */
public final class TablesDifference {

    private TablesDifference() {}

    public static Optional<String> first(ExplicitTables expected, ExplicitTables found) {
        return entries("route", expected.routeSet(), found.routeSet())
                .or(() -> entries("neighbour", expected.neighborSet(), found.neighborSet()))
                .or(() -> entries("MAC", expected.macSet(), found.macSet()))
                .or(() -> entries("flood list member", expected.floodSet(), found.floodSet()))
                .or(() -> counts(expected, found));
    }

    /** Entries order by their key alone: the same key with another value is found here too. */
    private static <E extends Comparable<E>> Optional<String> entries(
            String what, NavigableSet<E> expected, NavigableSet<E> found) {
        NavigableSet<E> keys = new TreeSet<>(expected);
        keys.addAll(found);
        for (E key : keys) {
            Optional<E> one = atKey(expected, key);
            Optional<E> other = atKey(found, key);
            if (!one.equals(other)) {
                return Optional.of(what + "\n  expected " + text(one) + "\n  found    " + text(other));
            }
        }
        return Optional.empty();
    }

    private static <E extends Comparable<E>> Optional<E> atKey(NavigableSet<E> entries, E key) {
        return Optional.ofNullable(entries.floor(key)).filter(each -> each.compareTo(key) == 0);
    }

    private static String text(Optional<?> entry) {
        return entry.map(Object::toString).orElse("none");
    }

    private static Optional<String> counts(ExplicitTables expected, ExplicitTables found) {
        for (EntryKind kind : EntryKind.values()) {
            long one = expected.counts().of(kind);
            long other = found.counts().of(kind);
            if (one != other) {
                return Optional.of("count of " + kind + "\n  expected " + one + "\n  found    " + other);
            }
        }
        return Optional.empty();
    }
}
