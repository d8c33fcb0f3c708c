package io.heddle.scenarios.result;

import io.heddle.model.audit.AuditReport;
import io.heddle.model.audit.ResourceAudit;
import io.heddle.model.audit.Use;
import io.heddle.model.audit.Verdict;
import io.heddle.model.device.Resource;
import io.heddle.model.fabric.ProfileRef;
import io.heddle.model.fabric.SwitchRole;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Switches of one role and device that hold equal numbers, whichever failure is the worst for each.
 *
 * @param reports at least one, in the fabric's order
 */
public record SwitchGroup(List<AuditReport> reports) {

    public SwitchGroup {
        reports = List.copyOf(reports);
    }

    /** The report that stands for all. */
    public AuditReport first() {
        return reports.getFirst();
    }

    public int size() {
        return reports.size();
    }

    /** Groups in the order of their first switches. */
    public static List<SwitchGroup> of(List<AuditReport> reports) {
        Map<Key, List<AuditReport>> groups = new LinkedHashMap<>();
        for (AuditReport each : reports) {
            groups.computeIfAbsent(Key.of(each), _ -> new ArrayList<>()).add(each);
        }
        return groups.values().stream().map(SwitchGroup::new).toList();
    }

    private record Key(SwitchRole role, ProfileRef profile, List<Row> rows) {
        static Key of(AuditReport report) {
            return new Key(
                    report.role(),
                    report.profile().ref(),
                    report.resources().stream().map(Row::of).toList());
        }
    }

    private record Row(Resource resource, Use atRest, long inFailure, Verdict verdict) {
        static Row of(ResourceAudit audit) {
            return new Row(
                    audit.resource(),
                    audit.reading().atRest(),
                    audit.reading()
                            .worstFailure()
                            .map(each -> each.use().used())
                            .orElse(-1L),
                    audit.verdict());
        }
    }
}
