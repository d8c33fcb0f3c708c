package io.heddle.topology.check;

import io.heddle.model.device.DeviceProfile;
import io.heddle.model.device.Hardware;
import io.heddle.model.device.Overflow;
import io.heddle.model.device.Placement;
import io.heddle.model.device.PortLayout;
import io.heddle.model.fabric.Fabric;
import io.heddle.model.fabric.ProfileRef;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Findings as short text for tests: {@code error bond0 of n1: found ...}. */
final class Found {

    private Found() {}

    /** The findings of one rule, with no catalogue. */
    static List<String> by(Rule rule, Fabric fabric) {
        return by(rule, StructuralChecks.check(fabric, each -> Optional.empty()));
    }

    static List<String> by(Rule rule, List<Finding> findings) {
        return findings.stream()
                .filter(each -> each.rule() == rule)
                .map(each -> each.severity() + " " + String.join(", ", each.subjects()) + ": " + each.found())
                .toList();
    }

    /** A catalogue of one device, whatever it is called. */
    static Optional<DeviceProfile> device(ProfileRef ref, PortLayout ports) {
        return Optional.of(new DeviceProfile(
                ref,
                new Hardware("Test", "Switch", "none"),
                ports,
                List.of(),
                List.of(Placement.PLAIN),
                Map.of(),
                Overflow.UNKNOWN,
                List.of()));
    }
}
