package io.heddle.model.audit;

import io.heddle.model.device.DeviceProfile;
import io.heddle.model.device.Evidence;
import io.heddle.model.device.Limit;
import io.heddle.model.device.Overflow;
import io.heddle.model.device.Placement;
import io.heddle.model.device.Resource;
import io.heddle.model.device.Table;
import io.heddle.model.fabric.DeviceName;
import io.heddle.model.fabric.SwitchRole;
import io.heddle.model.tables.TableCounts;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The audit of one profile, compiled once and used for every switch that has it. Immutable.
 *
 * <p>{@link #peakShare}, {@link #overflows} and {@link #verdict} take well under a microsecond and allocate nothing.
 */
public final class TableAudit {

    private final DeviceProfile profile;
    /** Every table that some placement uses; those without a figure included. */
    private final List<Table> tables;
    /** Placement by placement, each with all tables in order. */
    private final Gauge[] gauges;

    /** In the order of {@link Resource}. */
    private final List<Row> rows;

    private TableAudit(DeviceProfile profile) {
        this.profile = profile;
        this.tables = usedTables(profile);
        this.gauges = profile.placements().stream()
                .flatMap(placement -> tables.stream().map(table -> new Gauge(table, placement)))
                .toArray(Gauge[]::new);
        this.rows = rows();
    }

    public static TableAudit of(DeviceProfile profile) {
        return new TableAudit(profile);
    }

    public DeviceProfile profile() {
        return profile;
    }

    /** Whether any table overflows under any placement. */
    public boolean overflows(TableCounts counts) {
        for (Gauge each : gauges) {
            if (each.verdict(counts) == Verdict.OVERFLOWS) {
                return true;
            }
        }
        return false;
    }

    /**
     * The table that has no room for what a step adds; empty if it fits. Where nobody documents which of several placements is true, a step is
     * only too much if it is under each of them; the table is then that of the first.
     */
    public Optional<Full> full(TableCounts before, TableCounts after) {
        Gauge first = null;
        for (int placement = 0; placement < profile.placements().size(); placement++) {
            Gauge burst = burst(placement, before, after);
            if (burst == null) {
                return Optional.empty();
            }
            first = first == null ? burst : first;
        }
        return Optional.ofNullable(first)
                .map(each -> new Full(
                        each.table(),
                        each.grown(before, after).map(profile::overflow).orElse(profile.otherOverflow())));
    }

    /**
     * A table without room.
     *
     * @param overflow what the operating system does then with an entry of the kind that did not fit
     */
    public record Full(Table table, Overflow overflow) {}

    private @Nullable Gauge burst(int placement, TableCounts before, TableCounts after) {
        for (int i = 0; i < tables.size(); i++) {
            Gauge each = gauges[placement * tables.size() + i];
            if (each.bursts(before, after)) {
                return each;
            }
        }
        return null;
    }

    /** The worst verdict over all tables and placements. */
    public Verdict verdict(TableCounts counts) {
        Verdict worst = Verdict.FITS;
        for (Gauge each : gauges) {
            worst = worst.worse(each.verdict(counts));
        }
        return worst;
    }

    /** How full the fullest table is under the worst placement, 1 being exactly full; tables of unknown size do not count. */
    public double peakShare(TableCounts counts) {
        double peak = 0;
        for (Gauge each : gauges) {
            peak = Math.max(peak, each.share(counts));
        }
        return peak;
    }

    /** An empty collection of failures for a switch with this profile. */
    public WorstFailures failures() {
        return new WorstFailures(this);
    }

    /** The audit at rest alone. */
    public AuditReport report(DeviceName device, SwitchRole role, TableCounts atRest) {
        return report(device, role, atRest, failures());
    }

    /** The audit at rest and in the worst of {@code failures}, which must come from {@link #failures()} of this audit. */
    public AuditReport report(DeviceName device, SwitchRole role, TableCounts atRest, WorstFailures failures) {
        if (failures.audit() != this) {
            throw new IllegalArgumentException(
                    "failures of " + failures.audit().profile.ref() + " given to the audit of " + device + ", which is "
                            + profile.ref());
        }
        List<ResourceAudit> audits = new ArrayList<>(rows.size());
        for (Row each : rows) {
            ResourceAudit audit = audit(each, atRest, failures);
            if (audit != null) {
                audits.add(audit);
            }
        }
        return new AuditReport(device, role, profile, audits);
    }

    Gauge[] gauges() {
        return gauges;
    }

    /** Null for a resource without a limit and without entries: there is nothing to say. */
    private @Nullable ResourceAudit audit(Row row, TableCounts atRest, WorstFailures failures) {
        Reading worst = reading(row, 0, atRest, failures);
        List<Reading> others = List.of();
        if (profile.placements().size() > 1) {
            others = new ArrayList<>();
            others.add(worst);
            for (int i = 1; i < profile.placements().size(); i++) {
                others.add(reading(row, i, atRest, failures));
            }
            others.sort(Reading.WORST_FIRST);
            worst = others.getFirst();
            others.removeIf(worst::agreesWith);
        }
        return row.limit instanceof Limit.Unknown && worst.peakUsed() == 0
                ? null
                : new ResourceAudit(row.resource, row.limit, row.evidence, row.sharedWith, row.overflow, worst, others);
    }

    private Reading reading(Row row, int placement, TableCounts atRest, WorstFailures failures) {
        int gauge = placement * tables.size() + row.table;
        Use rest = gauges[gauge].use(row.resource, atRest);
        @Nullable String failure = failures.failure(gauge);
        @Nullable TableCounts held = failures.counts(gauge);
        Optional<FailureUse> worst = failure == null || held == null
                ? Optional.empty()
                : Optional.of(new FailureUse(failure, gauges[gauge].use(row.resource, held)));
        return new Reading(profile.placements().get(placement), rest, worst);
    }

    /** What is the same in every report on a resource; {@code table} is the index of its table. */
    private record Row(
            Resource resource,
            int table,
            Limit limit,
            Evidence evidence,
            List<Resource> sharedWith,
            Overflow overflow) {}

    private List<Row> rows() {
        List<Row> all = new ArrayList<>();
        for (Resource resource : Resource.values()) {
            for (int i = 0; i < tables.size(); i++) {
                if (tables.get(i).member(resource).isPresent()) {
                    List<Resource> others = tables.get(i).members().stream()
                            .map(Table.Member::resource)
                            .filter(each -> each != resource)
                            .toList();
                    all.add(new Row(
                            resource,
                            i,
                            profile.limit(resource),
                            profile.evidence(resource),
                            others,
                            profile.overflow(resource)));
                }
            }
        }
        return List.copyOf(all);
    }

    private static List<Table> usedTables(DeviceProfile profile) {
        Set<Resource> taken = EnumSet.noneOf(Resource.class);
        for (Placement placement : profile.placements()) {
            placement.taken().values().forEach(list -> list.forEach(take -> taken.add(take.resource())));
        }
        List<Table> used = new ArrayList<>();
        for (Table table : profile.tables()) {
            if (table.members().stream().anyMatch(each -> taken.contains(each.resource()))) {
                used.add(table);
            }
            table.members().forEach(each -> taken.remove(each.resource()));
        }
        taken.forEach(each -> used.add(Table.of(each, Limit.UNKNOWN, Evidence.NONE)));
        return List.copyOf(used);
    }
}
