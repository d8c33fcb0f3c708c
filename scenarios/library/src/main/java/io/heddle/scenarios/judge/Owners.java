package io.heddle.scenarios.judge;

import io.heddle.model.config.NodeProgram;
import io.heddle.model.config.SwitchConfig;
import io.heddle.model.fabric.DeviceName;
import io.heddle.model.fabric.Link;
import io.heddle.model.fabric.Outage;
import io.heddle.model.net.IpAddress;
import io.heddle.topology.plan.Plan;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Who has an address while something is broken. */
final class Owners {

    /** Whether a device has an address. */
    enum Answer {
        YES,
        NO,
        /** It is an external router, of which we know only what it announces. */
        OUTSIDE
    }

    private final Plan plan;
    private final Set<DeviceName> connected = new HashSet<>();

    Owners(Plan plan, Outage outage) {
        this.plan = plan;
        for (Link each : plan.fabric().links()) {
            if (outage.isUp(each)) {
                connected.add(each.a().device());
                connected.add(each.b().device());
            }
        }
    }

    /** A living device with this address on an interface or in a pod. */
    Optional<DeviceName> of(IpAddress address) {
        for (NodeProgram each : plan.config().nodes()) {
            if (has(each, address)) {
                return Optional.of(each.name());
            }
        }
        return plan.config().switches().stream()
                .filter(each -> connected.contains(each.name()) && hasOwn(each, address))
                .map(SwitchConfig::name)
                .findFirst();
    }

    Answer has(DeviceName device, IpAddress address) {
        Optional<NodeProgram> node = plan.config().findNode(device);
        if (node.isEmpty()) {
            return Answer.OUTSIDE;
        }
        return has(node.get(), address) ? Answer.YES : Answer.NO;
    }

    private boolean has(NodeProgram node, IpAddress address) {
        if (!connected.contains(node.name())) {
            return false;
        }
        boolean own = node.loopbacks().contains(address)
                || node.interfaces().stream()
                        .flatMap(each -> each.addresses().stream())
                        .anyMatch(each -> each.address().equals(address));
        return own
                || plan.endpoints()
                        .on(node.name())
                        .filter(pods -> pods.addresses(address.family()).indexOf(address) >= 0)
                        .isPresent();
    }

    private static boolean hasOwn(SwitchConfig device, IpAddress address) {
        return device.vlans().stream()
                .flatMap(each -> each.svi().stream())
                .flatMap(each -> each.own().stream())
                .anyMatch(each -> each.address().equals(address));
    }
}
