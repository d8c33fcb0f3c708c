package io.heddle.test.controller;

import io.heddle.controller.core.Event;
import io.heddle.controller.core.layout.Layout;
import io.heddle.controller.core.layout.Limits;
import io.heddle.controller.core.layout.NodePlace;
import io.heddle.controller.core.layout.NodePlace.PodAnnouncer;
import io.heddle.controller.core.layout.NodePlace.PodForm;
import io.heddle.controller.core.layout.NodePlace.Uplink;
import io.heddle.controller.core.layout.Pool;
import io.heddle.controller.core.layout.SwitchPlace;
import io.heddle.model.agent.AgentEvent;
import io.heddle.model.agent.AgentReport;
import io.heddle.model.config.NodeProgram.PodVisibility;
import io.heddle.model.endpoint.Endpoint;
import io.heddle.model.fabric.DeviceName;
import io.heddle.model.fabric.SwitchRole;
import io.heddle.model.net.IpAddress;
import io.heddle.model.net.Prefix;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Nodes with a /24 each, eight to a pair of leafs. */
final class SmallFabric {

    private static final int NODES_PER_PAIR = 8;
    private static final Pool POOL = new Pool(Prefix.parse("10.0.0.0/9"), 24, List.of());

    private SmallFabric() {}

    static DeviceName node(int index) {
        return DeviceName.of("n" + index);
    }

    static Layout layout(int nodes) {
        List<NodePlace> places = new ArrayList<>();
        List<SwitchPlace> switches = new ArrayList<>();
        int leafs = (nodes + NODES_PER_PAIR - 1) / NODES_PER_PAIR * 2;
        for (int i = 0; i < leafs; i++) {
            switches.add(new SwitchPlace(DeviceName.of("l" + i), SwitchRole.LEAF, true, false, Optional.empty()));
        }
        for (int i = 0; i < nodes; i++) {
            int leaf = i / NODES_PER_PAIR * 2;
            Optional<IpAddress> address =
                    Optional.of(IpAddress.parse("10.128.0.1").plus(i));
            places.add(new NodePlace(
                    node(i),
                    i,
                    "pods",
                    List.of(POOL.block(i)),
                    PodVisibility.ROUTED,
                    PodAnnouncer.CONTROLLER,
                    PodForm.HOSTS,
                    List.of(
                            new Uplink(DeviceName.of("l" + leaf), address, Optional.empty()),
                            new Uplink(DeviceName.of("l" + (leaf + 1)), address, Optional.empty()))));
        }
        return Layout.of("small", places, switches, List.of(POOL), Limits.DEFAULT);
    }

    /** Everything of a node that runs so many pods, at most 254. */
    static Event.AgentReported report(int node, int pods) {
        List<AgentEvent> events = new ArrayList<>();
        for (int i = 1; i <= pods; i++) {
            IpAddress address = POOL.block(node).address().plus(i);
            events.add(new AgentEvent.PodAttached(
                    i,
                    String.format("%064x", (long) node << 32 | i),
                    "eth0",
                    "pods",
                    new Endpoint(
                            Optional.of("default/pod-" + node + "-" + i),
                            node(node),
                            Endpoint.macOf(address),
                            Optional.of(address),
                            Optional.empty()),
                    1_700_000_000_000L));
        }
        return new Event.AgentReported(new AgentReport(node(node), true, pods, events), "");
    }
}
