package io.heddle.controller.core;

import io.heddle.controller.core.announce.Announcement;
import io.heddle.controller.core.layout.Layout;
import io.heddle.controller.core.layout.NodePlace;
import io.heddle.controller.core.layout.NodePlace.PodAnnouncer;
import io.heddle.controller.core.layout.NodePlace.PodForm;
import io.heddle.controller.core.layout.NodePlace.Uplink;
import io.heddle.model.config.NodeProgram.PodVisibility;
import io.heddle.model.fabric.DeviceName;
import io.heddle.model.net.IpAddress;
import io.heddle.model.net.Prefix;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Which announcements follow from what is known. A routed pod has exactly one announcer: its node, its leaf's configuration, or the
 * controller, which then tells the leafs that the node hangs on and nobody else; they pass it on. A bridged pod's leaf learns it; only for a
 * VTEP that cannot speak EVPN the controller announces, to every switch that does, which keeps it to itself.
 */
final class Origins {

    /** Takes an announcement and the switch it is for. */
    @FunctionalInterface
    interface Sink {
        void add(DeviceName device, Announcement announcement);
    }

    private Origins() {}

    /** All for one switch. */
    static List<Announcement> at(State state, DeviceName device) {
        List<Announcement> found = new ArrayList<>();
        Sink sink = (at, announcement) -> {
            if (at.equals(device)) {
                found.add(announcement);
            }
        };
        SilentRoutes.ofVteps(state.layout(), sink);
        for (NodePlace place : state.layout().nodes().values()) {
            if (reaches(state.layout(), place, device)) {
                state.nodes().get(place.name()).ifPresent(node -> all(state.layout(), node, sink));
            }
        }
        return found;
    }

    private static boolean reaches(Layout layout, NodePlace place, DeviceName device) {
        return place.visibility() == PodVisibility.BRIDGED
                ? !SilentRoutes.of(layout, place).isEmpty()
                : place.uplinks().stream().anyMatch(each -> each.leaf().equals(device));
    }

    /** All that follow from one node. */
    static void all(Layout layout, NodeState node, Sink sink) {
        ofGrants(layout, node, sink);
        layout.nodes()
                .get(node.name())
                .filter(each -> node.record().alive() && each.visibility() == PodVisibility.BRIDGED)
                .ifPresent(each -> SilentRoutes.ofNode(layout, each, sink));
        for (Pod each : node.pods().values()) {
            ofPod(layout, node.record(), each, sink);
        }
    }

    /** Those of a node's grants. */
    static void ofGrants(Layout layout, NodeState node, Sink sink) {
        Optional<NodePlace> found = layout.nodes().get(node.name());
        if (found.isEmpty() || !isRouted(found.get(), node.record())) {
            return;
        }
        NodePlace place = found.get();
        boolean blocks = form(place, node.record()) == PodForm.BLOCKS;
        for (Grant each : node.record().grants()) {
            boolean ours =
                    switch (place.announcer()) {
                        case NODE -> false;
                        case LEAF -> each.kind() != Grant.Kind.PLANNED;
                        case CONTROLLER -> blocks;
                    };
            if (ours) {
                unicast(place, each.prefix(), sink);
            }
        }
    }

    /** Those of one pod. */
    static void ofPod(Layout layout, NodeRecord node, Pod pod, Sink sink) {
        Optional<NodePlace> found = layout.nodes().get(node.name());
        if (found.isEmpty() || pod.isRefused() || !node.alive()) {
            return;
        }
        NodePlace place = found.get();
        if (place.visibility() == PodVisibility.BRIDGED) {
            SilentRoutes.ofPod(layout, place, pod, sink);
        } else if (isRouted(place, node)
                && place.announcer() == PodAnnouncer.CONTROLLER
                && form(place, node) == PodForm.HOSTS) {
            for (IpAddress each : pod.addresses()) {
                unicast(place, Prefix.host(each), sink);
            }
        }
    }

    static PodForm form(NodePlace place, NodeRecord node) {
        return node.aggregated() ? PodForm.BLOCKS : place.routes();
    }

    private static boolean isRouted(NodePlace place, NodeRecord node) {
        return node.alive() && place.visibility() == PodVisibility.ROUTED;
    }

    private static void unicast(NodePlace place, Prefix prefix, Sink sink) {
        for (Uplink each : place.uplinks()) {
            each.nextHop(prefix.family())
                    .ifPresent(nextHop -> sink.add(each.leaf(), Announcement.Unicast.of(prefix, nextHop)));
        }
    }
}
