package io.heddle.controller.daemon;

import io.heddle.controller.core.layout.Layout;
import io.heddle.controller.core.layout.NodePlace;
import io.heddle.controller.core.layout.NodePlace.PodAnnouncer;
import io.heddle.controller.daemon.config.BgpConfig;
import io.heddle.controller.daemon.config.ControllerConfig;
import io.heddle.controller.daemon.config.NamedSwitch;
import io.heddle.model.config.NodeProgram;
import io.heddle.model.config.NodeProgram.PodVisibility;
import io.heddle.model.fabric.Attachment;
import io.heddle.model.fabric.DeviceName;
import io.heddle.topology.plan.Plan;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Whether a configuration is one for this fabric. */
final class Fitting {

    private Fitting() {}

    static void check(ControllerConfig config, Plan plan, Layout layout) throws IOException {
        List<String> wrong = new ArrayList<>();
        for (NamedSwitch each : config.named()) {
            if (plan.fabric().findSwitch(each.device()).isEmpty()) {
                wrong.add(each.unknown().toString());
            }
        }
        Set<DeviceName> reflected = config.bgp().stream()
                .flatMap(each -> each.switches().stream())
                .filter(BgpConfig.Peer::reflected)
                .map(BgpConfig.Peer::device)
                .collect(Collectors.toSet());
        for (NodePlace node : layout.nodes().values()) {
            if (node.visibility() == PodVisibility.ROUTED && node.announcer() != PodAnnouncer.NODE) {
                node.uplinks().stream()
                        .filter(each -> reflected.contains(each.leaf()))
                        .findFirst()
                        .ifPresent(each -> wrong.add("bgp.switches: " + each.leaf()
                                + " is reflected and told EVPN alone, but the controller announces pods of "
                                + node.name() + " there"));
            }
        }
        for (NodeProgram each : plan.config().nodes()) {
            layout.nodes()
                    .get(each.name())
                    .flatMap(node -> goesAround(each, node))
                    .ifPresent(wrong::add);
        }
        if (!wrong.isEmpty()) {
            throw new IOException(String.join("\n", wrong));
        }
    }

    /**
     * A node that several leafs would be told to reach by its loopback. A leaf whose link to it is cut finds the loopback over the spines and
     * keeps announcing the pods: packets then go round between leaf and spine. An address of the link goes with the link.
     */
    private static Optional<String> goesAround(NodeProgram program, NodePlace node) {
        if (program.attachment() != Attachment.L3
                || node.visibility() != PodVisibility.ROUTED
                || node.announcer() != PodAnnouncer.CONTROLLER) {
            return Optional.empty();
        }
        List<DeviceName> leafs = node.uplinks().stream()
                .filter(each -> Stream.of(each.ipv4(), each.ipv6())
                        .flatMap(Optional::stream)
                        .anyMatch(program.loopbacks()::contains))
                .map(NodePlace.Uplink::leaf)
                .toList();
        return leafs.size() < 2
                ? Optional.empty()
                : Optional.of("design: links.nodes is unnumbered, so " + leafs.getFirst() + " and " + leafs.getLast()
                        + " would be told the loopback of " + node.name()
                        + " as next hop of its pods, and a leaf that loses its link to the node would send their packets round by the"
                        + " spines; expected 'links: {nodes: numbered}', or pods announced by the nodes or leafs");
    }
}
