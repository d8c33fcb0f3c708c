package io.heddle.model.tables;

import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How many entries of each {@link EntryKind} a switch holds. Immutable. */
public final class TableCounts {

    private final long[] counts;

    private TableCounts(long[] counts) {
        this.counts = counts;
    }

    /** From a count per kind, indexed by {@link EntryKind#ordinal()}. */
    public static TableCounts of(long[] byOrdinal) {
        if (byOrdinal.length != EntryKind.values().length) {
            throw new IllegalArgumentException(
                    "expected " + EntryKind.values().length + " counts, found " + byOrdinal.length);
        }
        return new TableCounts(byOrdinal.clone());
    }

    public long of(EntryKind kind) {
        return counts[kind.ordinal()];
    }

    /** The larger of both, kind by kind: peaks over several states. */
    public TableCounts max(TableCounts other) {
        long[] larger = counts.clone();
        for (int i = 0; i < larger.length; i++) {
            larger[i] = Math.max(larger[i], other.counts[i]);
        }
        return new TableCounts(larger);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TableCounts that && Arrays.equals(counts, that.counts);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(counts);
    }

    @Override
    public String toString() {
        return Stream.of(EntryKind.values())
                .filter(kind -> of(kind) > 0)
                .map(kind -> kind + "=" + of(kind))
                .collect(Collectors.joining(", ", "{", "}"));
    }
}
