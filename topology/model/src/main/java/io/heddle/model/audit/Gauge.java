package io.heddle.model.audit;

import io.heddle.model.device.Limit;
import io.heddle.model.device.Placement;
import io.heddle.model.device.Resource;
import io.heddle.model.device.Slots;
import io.heddle.model.device.Table;
import io.heddle.model.tables.EntryKind;
import io.heddle.model.tables.TableCounts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.LongStream;

/**
 * One table under one placement, as arrays: reading it allocates nothing. A term is a kind of entry that takes something there.
 */
final class Gauge {

    private final Table table;
    /** Slots of the table; -1 if unlimited or if no member has a number. */
    private final long size;

    private final boolean unlimited;
    private final EntryKind[] kinds;
    private final Resource[] resources;
    private final int[] entries;
    /** Slots that one entry of the kind takes; -1 where the member's limit is unknown. */
    private final long[] slots;

    /** Some members have a limit and some have none, so that entries of one kind can't be weighed against those of another. */
    private final boolean mixed;

    Gauge(Table table, Placement placement) {
        this.table = table;
        Optional<Slots> known = table.slots();
        size = known.map(Slots::size).orElse(-1L);
        unlimited = table.members().getFirst().alone() instanceof Limit.Unlimited;
        List<EntryKind> kindsHere = new ArrayList<>();
        List<Placement.Take> takes = new ArrayList<>();
        for (EntryKind kind : EntryKind.values()) {
            for (Placement.Take take : placement.of(kind)) {
                if (table.member(take.resource()).isPresent()) {
                    kindsHere.add(kind);
                    takes.add(take);
                }
            }
        }
        kinds = kindsHere.toArray(EntryKind[]::new);
        resources = takes.stream().map(Placement.Take::resource).toArray(Resource[]::new);
        entries = takes.stream().mapToInt(Placement.Take::count).toArray();
        slots = takes.stream()
                .mapToLong(take -> table.member(take.resource())
                        .map(Table.Member::alone)
                        .filter(Limit.Entries.class::isInstance)
                        .flatMap(alone -> known.map(each -> each.perEntry((Limit.Entries) alone) * take.count()))
                        .orElse(-1L))
                .toArray();
        mixed = size >= 0 && LongStream.of(slots).anyMatch(each -> each < 0);
    }

    Table table() {
        return table;
    }

    /** Entries of a resource, whatever they weigh. */
    long used(Resource resource, TableCounts counts) {
        long sum = 0;
        for (int i = 0; i < kinds.length; i++) {
            if (resources[i] == resource) {
                sum = add(sum, multiply(counts.of(kinds[i]), entries[i]));
            }
        }
        return sum;
    }

    /** Slots taken by the members whose limit is known. */
    private long taken(TableCounts counts) {
        long sum = 0;
        for (int i = 0; i < kinds.length; i++) {
            if (slots[i] >= 0) {
                sum = add(sum, multiply(counts.of(kinds[i]), slots[i]));
            }
        }
        return sum;
    }

    /** Whether the table is too full after a step that put more into it. */
    boolean bursts(TableCounts before, TableCounts after) {
        if (unlimited) {
            return false;
        }
        long taken = size < 0 ? 0 : taken(after);
        return taken > Math.max(size, 0) && taken > taken(before);
    }

    /** The first resource of which a step takes more. */
    Optional<Resource> grown(TableCounts before, TableCounts after) {
        for (int i = 0; i < kinds.length; i++) {
            if (after.of(kinds[i]) > before.of(kinds[i])) {
                return Optional.of(resources[i]);
            }
        }
        return Optional.empty();
    }

    private boolean holdsUnweighed(TableCounts counts) {
        for (int i = 0; i < kinds.length; i++) {
            if (slots[i] < 0 && counts.of(kinds[i]) > 0) {
                return true;
            }
        }
        return false;
    }

    Verdict verdict(TableCounts counts) {
        if (unlimited) {
            return Verdict.FITS;
        }
        long taken = size < 0 ? 0 : taken(counts);
        if (taken > Math.max(size, 0)) {
            return Verdict.OVERFLOWS;
        }
        if (holdsUnweighed(counts)) {
            return Verdict.UNKNOWN;
        }
        // size - size / 5 is four fifths rounded up.
        return taken > 0 && taken >= size - size / 5 ? Verdict.NEAR : Verdict.FITS;
    }

    /** How full; of a table with members of unknown limit, what is known of it. Negative if nothing is. */
    double share(TableCounts counts) {
        if (size < 0) {
            return -1;
        }
        long taken = taken(counts);
        return size == 0 ? taken == 0 ? 0 : 1.0 + taken : (double) taken / size;
    }

    /**
     * Whether {@code one} is worse for this table than {@code other}: by verdict, then by share, then by entries of all kinds. Where
     * every member has a limit, or none has, the sum of entries says all three.
     */
    boolean isWorse(TableCounts one, TableCounts other) {
        if (mixed) {
            int byVerdict = verdict(one).compareTo(verdict(other));
            int byTaken = byVerdict != 0 ? byVerdict : Long.compare(taken(one), taken(other));
            if (byTaken != 0) {
                return byTaken > 0;
            }
        }
        return load(one) > load(other);
    }

    private long load(TableCounts counts) {
        long sum = 0;
        for (int i = 0; i < kinds.length; i++) {
            sum = add(sum, multiply(counts.of(kinds[i]), Math.max(slots[i], entries[i])));
        }
        return sum;
    }

    /** What the table looks like from one of its resources. A resource without entries fits, however full the table. */
    Use use(Resource resource, TableCounts counts) {
        long used = used(resource, counts);
        double share = unlimited ? -1 : share(counts);
        OptionalDouble known = share < 0 ? OptionalDouble.empty() : OptionalDouble.of(used == 0 ? 0 : share);
        return used == 0
                ? new Use(0, known, Verdict.FITS, List.of())
                : new Use(used, known, verdict(counts), contributions(counts));
    }

    private List<Contribution> contributions(TableCounts counts) {
        List<Contribution> list = new ArrayList<>();
        for (int i = 0; i < kinds.length; i++) {
            long held = counts.of(kinds[i]);
            if (held > 0) {
                list.add(new Contribution(kinds[i], held, resources[i], multiply(held, entries[i])));
            }
        }
        return list;
    }

    private static long multiply(long count, long by) {
        return Math.multiplyHigh(count, by) == 0 && count * by >= 0 ? count * by : Long.MAX_VALUE;
    }

    private static long add(long a, long b) {
        return a + b < 0 ? Long.MAX_VALUE : a + b;
    }
}
