package io.heddle.lab.layout;

import io.heddle.model.config.NodeProgram;
import io.heddle.model.config.RoutedPort.InterfaceAddress;
import io.heddle.model.endpoint.Endpoint;
import io.heddle.model.net.IpAddress;
import io.heddle.model.net.Mac;
import java.util.List;
import java.util.Optional;

/** A pod behind a host route on its node, as a CNI plugin leaves it. */
final class RoutedPod {

    /** A protocol of the kernel's routing table that FRR has no name for, so that it counts the agent's routes as the kernel's. */
    static final int AGENT_PROTOCOL = 72;

    /** The node's end of every pod's veth pair, as Calico sets it: then the pod's gateway is the same everywhere. */
    private static final Mac HOST_SIDE = new Mac(0xEE_EE_EE_EE_EE_EEL);

    private static final IpAddress GATEWAY = IpAddress.parse("169.254.1.1");
    private static final IpAddress GATEWAY_V6 = IpAddress.parse("fe80::ecee:eeff:feee:eeee");

    private final Draft draft;
    private final NodeProgram node;
    private final Space host;
    private final Endpoint pod;
    private final String name;

    RoutedPod(Draft draft, NodeProgram node, Space host, Endpoint pod, String name) {
        this.draft = draft;
        this.node = node;
        this.host = host;
        this.pod = pod;
        this.name = name;
    }

    void add() {
        Space space = PodSpaces.plug(draft, host, node.name(), pod, name);
        host.ip("link set dev " + name + " addrgenmode none address " + HOST_SIDE);
        host.ip("link set dev " + name + " up");
        space.ip("link set dev eth0 up");
        List<IpAddress> addresses = PodSpaces.addresses(pod).toList();
        for (IpAddress each : addresses) {
            String host32 = each + "/" + each.family().bits();
            space.address("eth0", host32);
            space.ip("neigh replace " + gateway(each) + " lladdr " + HOST_SIDE + " dev eth0 nud permanent");
            space.ip("route replace default via " + gateway(each) + " dev eth0 onlink");
            host.ip("route replace " + host32 + " dev " + name + " proto " + AGENT_PROTOCOL);
            host.ip("neigh replace " + each + " lladdr " + pod.mac() + " dev " + name + " nud permanent");
        }
        draft.hosts.add(new Host(
                node.name() + " " + name,
                node.name(),
                space.name(),
                "eth0",
                Optional.empty(),
                pod.mac(),
                addresses.stream()
                        .map(each -> new InterfaceAddress(each, each.family().bits()))
                        .toList(),
                List.of()));
    }

    private static IpAddress gateway(IpAddress pod) {
        return pod.isV4() ? GATEWAY : GATEWAY_V6;
    }
}
