package io.heddle.model.audit;

import io.heddle.model.tables.TableCounts;
import org.jspecify.annotations.Nullable;

/**
 * Keeps, for each table of one switch under each placement, the worst failure: by verdict, then by share. Of equals the first stays,
 * so the result depends on the order of adding alone. Mutable, single-threaded, a few references in size.
 */
public final class WorstFailures {

    private final TableAudit audit;
    private final @Nullable String[] failures;
    private final @Nullable TableCounts[] counts;

    WorstFailures(TableAudit audit) {
        this.audit = audit;
        int gauges = audit.gauges().length;
        failures = new String[gauges];
        counts = new TableCounts[gauges];
    }

    /**
     * Notes what the switch holds in one failure.
     *
     * @param failure in words: "loss of spine1"
     */
    public void add(String failure, TableCounts held) {
        Gauge[] gauges = audit.gauges();
        for (int i = 0; i < gauges.length; i++) {
            TableCounts worst = counts[i];
            if (worst == null || gauges[i].isWorse(held, worst)) {
                failures[i] = failure;
                counts[i] = held;
            }
        }
    }

    /** The worst for a gauge, by its index. */
    @Nullable
    String failure(int gauge) {
        return failures[gauge];
    }

    @Nullable
    TableCounts counts(int gauge) {
        return counts[gauge];
    }

    TableAudit audit() {
        return audit;
    }
}
