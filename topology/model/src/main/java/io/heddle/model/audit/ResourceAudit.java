package io.heddle.model.audit;

import io.heddle.model.device.Evidence;
import io.heddle.model.device.Limit;
import io.heddle.model.device.Overflow;
import io.heddle.model.device.Resource;
import java.util.List;
import java.util.OptionalDouble;

/**
 * One resource of one switch.
 *
 * @param limit entries that fit when the table holds nothing else
 * @param sharedWith the other resources in the same table: they take room from this one
 * @param overflow what the operating system does with the first entry too many
 * @param reading under the placement that comes out worst
 * @param alternatives under each other placement that gives other figures, worst first; empty where the placement is known
 */
public record ResourceAudit(
        Resource resource,
        Limit limit,
        Evidence evidence,
        List<Resource> sharedWith,
        Overflow overflow,
        Reading reading,
        List<Reading> alternatives) {

    public ResourceAudit {
        sharedWith = List.copyOf(sharedWith);
        alternatives = List.copyOf(alternatives);
    }

    /** Entries at rest. */
    public long used() {
        return reading.atRest().used();
    }

    /** How full the table is at rest. */
    public OptionalDouble share() {
        return reading.atRest().share();
    }

    /** The worst over every placement, at rest and in failure. */
    public Verdict verdict() {
        return reading.verdict();
    }

    /** The largest known share over every placement, at rest and in failure; 0 where there is none. */
    public double peakShare() {
        // An unknown verdict comes before a near one, so the worst placement need not be the fullest.
        double peak = reading.peakShare();
        for (Reading each : alternatives) {
            peak = Math.max(peak, each.peakShare());
        }
        return peak;
    }

    /** In one line: what is used of what, why, and on whose word. */
    public String summary() {
        return AuditText.line(this);
    }
}
