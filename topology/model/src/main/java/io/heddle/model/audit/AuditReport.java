package io.heddle.model.audit;

import io.heddle.model.device.DeviceProfile;
import io.heddle.model.device.Resource;
import io.heddle.model.fabric.DeviceName;
import io.heddle.model.fabric.SwitchRole;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The audit of one switch.
 *
 * @param resources in the order of {@link Resource}: those with a limit and those with entries
 */
public record AuditReport(DeviceName device, SwitchRole role, DeviceProfile profile, List<ResourceAudit> resources) {

    /** To be said wherever limits are shown. */
    public static final String ONE_AT_A_TIME =
            "Vendors' limits hold one at a time (unidimensional): each was measured with the "
                    + "other tables nearly empty, so a switch near several limits at once may hold less.";

    public AuditReport {
        resources = List.copyOf(resources);
    }

    public Optional<ResourceAudit> resource(Resource resource) {
        return resources.stream().filter(each -> each.resource() == resource).findFirst();
    }

    /** The fullest resource over rest, failure and placements; of equals, the one with more entries. */
    public Optional<ResourceAudit> binding() {
        return resources.stream()
                .filter(each -> each.peakShare() > 0)
                .max(Comparator.comparingDouble(ResourceAudit::peakShare)
                        .thenComparingLong(each -> each.reading().peakUsed())
                        .thenComparing(ResourceAudit::resource, Comparator.reverseOrder()));
    }

    /** The worst verdict of all resources; {@link Verdict#UNKNOWN} while nothing overflows but a limit is missing. */
    public Verdict verdict() {
        return resources.stream().map(ResourceAudit::verdict).reduce(Verdict.FITS, Verdict::worse);
    }

    /** The resources with this verdict. */
    public List<ResourceAudit> with(Verdict verdict) {
        return resources.stream().filter(each -> each.verdict() == verdict).toList();
    }
}
