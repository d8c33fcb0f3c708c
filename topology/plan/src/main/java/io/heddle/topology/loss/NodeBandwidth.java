package io.heddle.topology.loss;

import io.heddle.model.fabric.Card;
import io.heddle.model.fabric.DeviceName;
import io.heddle.model.fabric.Fabric;
import io.heddle.model.fabric.Link;
import io.heddle.model.fabric.Node;
import io.heddle.model.fabric.Outage;
import io.heddle.model.fabric.Port;
import io.heddle.model.fabric.PortRef;
import io.heddle.model.fabric.SwitchRole;
import io.heddle.model.net.Bandwidth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What each node can send in band over the ports that are cabled to living switches. */
final class NodeBandwidth {

    private record Lane(Link link, Bandwidth speed) {}

    private final Map<DeviceName, List<Lane>> lanes = new LinkedHashMap<>();
    private final Map<DeviceName, List<DeviceName>> nodesBySwitch = new LinkedHashMap<>();

    NodeBandwidth(Fabric fabric) {
        for (Node node : fabric.nodes()) {
            for (Card card : node.cards()) {
                for (Port port : card.ports()) {
                    PortRef own = new PortRef(node.name(), port.name());
                    fabric.linkAt(own).ifPresent(link -> add(fabric, node.name(), link, own, port.speed()));
                }
            }
        }
    }

    private void add(Fabric fabric, DeviceName node, Link link, PortRef own, Bandwidth speed) {
        DeviceName to = link.otherEnd(own).device();
        if (fabric.findSwitch(to)
                .filter(each -> each.role() != SwitchRole.OUT_OF_BAND)
                .isPresent()) {
            lanes.computeIfAbsent(node, each -> new ArrayList<>()).add(new Lane(link, speed));
            nodesBySwitch.computeIfAbsent(to, each -> new ArrayList<>()).add(node);
        }
    }

    List<BandwidthLoss> lost(Outage outage) {
        Set<DeviceName> touched = new LinkedHashSet<>();
        outage.devices().stream().sorted().forEach(each -> touched.addAll(nodesBySwitch.getOrDefault(each, List.of())));
        for (Link link : outage.links().stream().sorted().toList()) {
            touched.add(link.a().device());
            touched.add(link.b().device());
        }
        List<BandwidthLoss> losses = new ArrayList<>();
        for (DeviceName node : touched) {
            Bandwidth before = Bandwidth.NONE;
            Bandwidth after = Bandwidth.NONE;
            for (Lane lane : lanes.getOrDefault(node, List.of())) {
                before = before.plus(lane.speed());
                after = outage.isUp(lane.link()) ? after.plus(lane.speed()) : after;
            }
            if (after.compareTo(before) < 0) {
                losses.add(new BandwidthLoss(node, before, after));
            }
        }
        return losses;
    }
}
