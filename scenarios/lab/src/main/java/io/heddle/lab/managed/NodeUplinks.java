package io.heddle.lab.managed;

import io.heddle.lab.linux.Batch;
import io.heddle.lab.linux.Command;
import io.heddle.lab.linux.LabException;
import io.heddle.lab.run.Lab;
import io.heddle.model.config.NodeProgram;
import io.heddle.model.config.RoutedPort;
import io.heddle.model.fabric.DeviceName;
import io.heddle.model.fabric.PortRef;
import io.heddle.model.net.IpAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The way out of a node without BGP: a default route over each of its links that is up, to the leaf's address on it; on unnumbered links to its
 * MAC.
 */
final class NodeUplinks {

    /** Not 169.254.1.1: the agent gives that to the node itself, towards its pods. */
    private static final String GATEWAY = "169.254.0.1";

    private final Lab lab;

    NodeUplinks(Lab lab) {
        this.lab = lab;
    }

    /** Sets it; again after links have been down: the kernel forgets neighbours with the link. */
    void apply(NodeProgram node) throws LabException {
        List<String> neighbors = new ArrayList<>();
        StringBuilder legs = new StringBuilder();
        for (RoutedPort port : node.routedPorts()) {
            PortRef near = new PortRef(node.name(), port.port());
            PortRef far = lab.plan().fabric().farEnd(near).orElseThrow();
            boolean isUp = lab.outage().isUp(node.name())
                    && lab.outage().isUp(far.device())
                    && lab.plan().fabric().links().stream()
                            .filter(each -> each.a().equals(near) || each.b().equals(near))
                            .allMatch(lab.outage()::isUp);
            if (isUp) {
                String device = port.port().value();
                Optional<IpAddress> numbered = address(far);
                if (numbered.isPresent()) {
                    legs.append(" nexthop via ")
                            .append(numbered.get())
                            .append(" dev ")
                            .append(device);
                    continue;
                }
                neighbors.add("neigh replace " + GATEWAY + " lladdr "
                        + mac(far.device(), far.port().value()) + " dev " + device + " nud permanent");
                legs.append(" nexthop via " + GATEWAY + " dev " + device + " onlink");
            }
        }
        if (!legs.isEmpty()) {
            neighbors.add("route replace default" + legs);
            Batch.ip(lab.space(node.name().value()), neighbors);
        }
    }

    /** The IPv4 address of a leaf's port. */
    private Optional<IpAddress> address(PortRef leaf) {
        return lab.plan()
                .config()
                .findSwitch(leaf.device())
                .flatMap(each -> each.routedPorts().stream()
                        .filter(port -> port.port().equals(leaf.port()))
                        .findFirst())
                .flatMap(port -> port.addresses().stream()
                        .map(RoutedPort.InterfaceAddress::address)
                        .filter(IpAddress::isV4)
                        .findFirst());
    }

    private String mac(DeviceName device, String port) throws LabException {
        return Command.of(
                        "ip", "netns", "exec", lab.space(device.value()), "cat", "/sys/class/net/" + port + "/address")
                .output()
                .strip();
    }
}
