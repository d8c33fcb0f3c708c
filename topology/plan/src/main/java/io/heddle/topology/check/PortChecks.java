package io.heddle.topology.check;

import io.heddle.model.device.DeviceProfile;
import io.heddle.model.device.FrontPort;
import io.heddle.model.device.PortLayout;
import io.heddle.model.fabric.Fabric;
import io.heddle.model.fabric.Port;
import io.heddle.model.fabric.PortRef;
import io.heddle.model.fabric.ProfileRef;
import io.heddle.model.fabric.Switch;
import io.heddle.model.fabric.SwitchRole;
import io.heddle.model.net.Bandwidth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/** The ports of switches against those that the device has. */
final class PortChecks {

    private final Fabric fabric;
    private final Findings findings;

    private PortChecks(Fabric fabric, Findings findings) {
        this.fabric = fabric;
        this.findings = findings;
    }

    static void check(Fabric fabric, Function<ProfileRef, Optional<DeviceProfile>> profiles, Findings findings) {
        PortChecks checks = new PortChecks(fabric, findings);
        for (Switch each : fabric.switches()) {
            profiles.apply(each.profile())
                    .map(DeviceProfile::ports)
                    .filter(PortLayout::isKnown)
                    .ifPresent(layout -> checks.check(each, layout));
        }
    }

    private void check(Switch device, PortLayout layout) {
        Map<Integer, List<Port>> byPosition = new TreeMap<>();
        String model = device.profile().device();
        int whole = 0;
        for (Port port : device.ports()) {
            PortRef ref = new PortRef(device.name(), port.name());
            Optional<FrontPort> front = layout.port(port.name());
            if (front.isPresent()) {
                byPosition
                        .computeIfAbsent(front.get().position(), each -> new ArrayList<>())
                        .add(port);
                whole += front.get().isPart() ? 0 : 1;
                if (!front.get().supports(port.speed())) {
                    findings.error(
                            Rule.PORT_SPEED,
                            ref,
                            port.speed().toString(),
                            "one of " + front.get().speeds() + ", which " + model + " supports there");
                }
            } else if (!isManagement(device, ref)) {
                whole++;
                findings.error(
                        Rule.PORT_EXISTS,
                        ref,
                        "a port that " + model + " does not have",
                        "one of its " + layout.count() + " ports, " + range(layout));
            }
        }
        if (whole > layout.count()) {
            findings.error(
                    Rule.PORT_COUNT,
                    device.name(),
                    whole + " ports in use",
                    "at most the " + layout.count() + " of " + model);
        }
        byPosition.forEach(
                (position, ports) -> checkSplit(device, layout.ports().get(position - 1), ports));
    }

    private void checkSplit(Switch device, FrontPort cage, List<Port> ports) {
        Bandwidth speed = ports.getFirst().speed();
        boolean oneWay = ports.stream().allMatch(each -> each.speed().equals(speed))
                && cage.breakouts().stream()
                        .anyMatch(each -> each.speed().equals(speed) && each.ways() >= ports.size());
        if (ports.size() > 1 && !oneWay) {
            findings.error(
                    Rule.CAGE_SPLIT,
                    new PortRef(device.name(), cage.name()),
                    "ports "
                            + String.join(
                                    ", ",
                                    ports.stream()
                                            .map(each -> each.name() + " at " + each.speed())
                                            .toList())
                            + " in one cage",
                    cage.breakouts().isEmpty()
                            ? "one port, since it does not split"
                            : "a split into one of " + cage.breakouts());
        }
    }

    /** A management port is no front port and in no catalogue. */
    private boolean isManagement(Switch device, PortRef ref) {
        return device.role() != SwitchRole.OUT_OF_BAND
                && fabric.farEnd(ref)
                        .flatMap(far -> fabric.findSwitch(far.device()))
                        .filter(far -> far.role() == SwitchRole.OUT_OF_BAND)
                        .isPresent();
    }

    private static String range(PortLayout layout) {
        List<FrontPort> ports = layout.ports();
        return ports.getFirst().name() + " to " + ports.getLast().name();
    }
}
