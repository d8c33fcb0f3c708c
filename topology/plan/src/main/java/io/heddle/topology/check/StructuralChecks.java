package io.heddle.topology.check;

import io.heddle.model.device.DeviceProfile;
import io.heddle.model.fabric.Fabric;
import io.heddle.model.fabric.PortIndex;
import io.heddle.model.fabric.ProfileRef;
import io.heddle.topology.loss.LossReport;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** All structural checks. */
public final class StructuralChecks {

    private StructuralChecks() {}

    /**
     * Checks a fabric.
     *
     * @param profiles the device catalogue; of a device that it does not know, ports are taken as described
     * @return worst first, then in the order of {@link Rule}
     */
    public static List<Finding> check(Fabric fabric, Function<ProfileRef, Optional<DeviceProfile>> profiles) {
        Findings findings = new Findings();
        PortIndex ports = PortIndex.of(fabric);
        PortChecks.check(fabric, profiles, findings);
        CableChecks.check(fabric, ports, findings);
        BondChecks.check(fabric, ports, findings);
        MlagChecks.check(fabric, ports, findings);
        Oversubscription.check(fabric, ports, findings);
        NetworkChecks.check(fabric, findings);
        ProvisioningChecks.check(fabric, findings);
        return findings.sorted();
    }

    /** What must hold besides if all in-band switches are one layer-2 domain. */
    public static List<Finding> flatLayer2(Fabric fabric) {
        Findings findings = new Findings();
        Layer2Checks.check(fabric, findings);
        return findings.sorted();
    }

    /** The single points of failure of a loss study as findings. */
    public static List<Finding> singlePointsOfFailure(LossReport report) {
        Findings findings = new Findings();
        SinglePoints.check(report, findings);
        return findings.sorted();
    }
}
