package io.heddle.render.agent;

import io.heddle.model.config.NodeProgram;
import io.heddle.model.config.RoutedPort.InterfaceAddress;
import io.heddle.model.net.Prefix;
import io.heddle.render.FabricView;
import io.heddle.render.Gap;
import io.heddle.render.InterfaceNames;
import io.heddle.render.node.NodeView;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Writes {@code /etc/heddle/agent.json}. Pure: equal input, equal text. */
public final class AgentFile {

    public static final String PATH = "etc/heddle/agent.json";

    /** The name that the network configuration in {@code cni-bridge/src/main/dist} has. */
    private static final String NETWORK = "pods";

    private static final String BRIDGE = "heddle0";

    private AgentFile() {}

    /** The file of a node whose pods the fabric sees; none for a node whose pods are inside its own tunnels. */
    public static Optional<String> of(FabricView fabric, NodeView node, NodeProgram program, List<Gap> gaps) {
        return switch (program.podVisibility()) {
            case HIDDEN -> Optional.empty();
            case ROUTED -> Optional.of(text(program, "\"mode\": \"routed\""));
            case BRIDGED -> bridged(fabric, node, program, gaps);
        };
    }

    private static Optional<String> bridged(FabricView fabric, NodeView node, NodeProgram program, List<Gap> gaps) {
        for (NodeView.Link link : node.links()) {
            Optional<NodeView.Lan> found = link.lans()
                    .filter(each -> program.podNetwork().equals(Optional.of(each.network())))
                    .findFirst();
            if (found.isPresent()) {
                NodeView.Lan lan = found.get();
                String uplink =
                        link.tagged().contains(lan) ? InterfaceNames.ofVlanOn(link.name(), lan.vlan()) : link.name();
                if (!lan.addresses().isEmpty()) {
                    gaps.add(new Gap(
                            "interface " + uplink,
                            "has " + commaSeparated(lan.addresses()) + ": give that to the bridge " + BRIDGE
                                    + ", a port of a bridge receives nothing"));
                }
                return Optional.of(text(
                        program,
                        "\"mode\": \"bridge\", \"bridge\": \"" + BRIDGE + "\", \"uplink\": \"" + uplink
                                + "\", \"subnets\": " + subnets(fabric, lan, program.blocks())
                                + reserved(fabric, lan, program.blocks())));
            }
        }
        return Optional.empty();
    }

    /** The subnets that the blocks are in: those of the leafs' gateways, else the network's own, which has no way out then. */
    private static String subnets(FabricView fabric, NodeView.Lan lan, List<Prefix> blocks) {
        Set<String> subnets = new LinkedHashSet<>();
        for (Prefix block : blocks) {
            fabric.gateway(lan.vlan(), block.address())
                    .map(gateway -> "{\"prefix\": \"" + Prefix.covering(gateway.address(), gateway.length())
                            + "\", \"gateway\": \"" + gateway.address() + "\"}")
                    .or(() -> fabric.network(lan.network()).stream()
                            .flatMap(each -> each.subnets().stream())
                            .filter(each -> each.contains(block))
                            .map(each -> "{\"prefix\": \"" + each + "\"}")
                            .findFirst())
                    .ifPresent(subnets::add);
        }
        return "[" + String.join(", ", subnets) + "]";
    }

    /** Addresses in the blocks that are no pod's. */
    private static String reserved(FabricView fabric, NodeView.Lan lan, List<Prefix> blocks) {
        List<String> reserved = fabric.taken(lan.network()).stream()
                .filter(each -> blocks.stream().anyMatch(block -> block.contains(each)))
                .map(each -> "\"" + each + "\"")
                .toList();
        return reserved.isEmpty() ? "" : ", \"reserved\": [" + String.join(", ", reserved) + "]";
    }

    private static String text(NodeProgram program, String mode) {
        String blocks =
                program.blocks().stream().map(each -> "\"" + each + "\"").collect(Collectors.joining(", "));
        return """
                {
                  "format": 1,
                  "networks": [
                    {"name": "%s", %s, "blocks": [%s], "mtu": %d}
                  ]
                }
                """.formatted(NETWORK, mode, blocks, program.podMtu());
    }

    private static String commaSeparated(List<InterfaceAddress> addresses) {
        return addresses.stream().map(InterfaceAddress::toString).collect(Collectors.joining(", "));
    }
}
