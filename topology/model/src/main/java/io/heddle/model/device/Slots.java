package io.heddle.model.device;

import java.util.List;
import java.util.Optional;

/**
 * A shared table in whole numbers, so that "exactly full" has no rounding.
 *
 * @param size slots in all: the least common multiple of the members' limits
 */
public record Slots(long size) {

    /** Above this the products of the audit could leave the range of a long while a table is not yet full. */
    private static final long LARGEST = 1L << 50;

    static Optional<Slots> of(String table, List<Limit> limits) {
        if (limits.size() == 1) {
            return limits.getFirst() instanceof Limit.Entries only
                    ? Optional.of(new Slots(only.count()))
                    : Optional.empty();
        }
        long size = 0;
        for (Limit each : limits) {
            if (each instanceof Limit.Entries entries) {
                size = size == 0 ? entries.count() : common(table, size, entries.count());
                if (size > LARGEST) {
                    throw tooFine(table, limits);
                }
            }
        }
        return size == 0 ? Optional.empty() : Optional.of(new Slots(size));
    }

    private static long common(String table, long a, long b) {
        long x = a;
        long y = b;
        while (y != 0) {
            long rest = x % y;
            x = y;
            y = rest;
        }
        try {
            return Math.multiplyExact(a / x, b);
        } catch (ArithmeticException e) {
            throw tooFine(table, List.of(Limit.of(a), Limit.of(b)));
        }
    }

    private static IllegalArgumentException tooFine(String table, List<Limit> limits) {
        return new IllegalArgumentException("the limits " + limits + " of table '" + table
                + "' have no common multiple below 2^50; round them so that they have");
    }

    /** Slots of one entry of a resource that the table holds {@code alone} of. */
    public long perEntry(Limit.Entries alone) {
        return alone.count() == 0 ? 1 : size / alone.count();
    }
}
