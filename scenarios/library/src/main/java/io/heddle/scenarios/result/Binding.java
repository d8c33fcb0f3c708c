package io.heddle.scenarios.result;

import io.heddle.model.audit.AuditReport;
import io.heddle.model.audit.ResourceAudit;
import io.heddle.model.device.Resource;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The fullest table of some switches. */
public record Binding(AuditReport report, ResourceAudit audit) {

    private static final Comparator<Binding> BY_SHARE = Comparator.<Binding>comparingDouble(
                    each -> each.audit.peakShare())
            .thenComparingLong(each -> each.audit.used());

    /** The first of the fullest, over all switches; empty where nothing with a limit is used. */
    public static Optional<Binding> of(List<AuditReport> reports) {
        return without(reports, Set.of());
    }

    /** The same as if these resources had no limit. */
    public static Optional<Binding> without(List<AuditReport> reports, Set<Resource> ignored) {
        Optional<Binding> fullest = Optional.empty();
        for (AuditReport report : reports) {
            for (ResourceAudit audit : report.resources()) {
                Binding here = new Binding(report, audit);
                boolean counts = audit.peakShare() > 0 && !ignored.contains(audit.resource());
                if (counts
                        && fullest.filter(each -> BY_SHARE.compare(here, each) <= 0)
                                .isEmpty()) {
                    fullest = Optional.of(here);
                }
            }
        }
        return fullest;
    }
}
