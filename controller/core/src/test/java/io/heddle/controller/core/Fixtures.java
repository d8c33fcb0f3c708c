package io.heddle.controller.core;

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

/** A small fabric: nodes n0 to n3, n0 and n1 on leafs l0 and l1, n2 and n3 on l2 and l3; blocks of sixteen addresses. */
final class Fixtures {

    static final Pool POOL = new Pool(Prefix.parse("10.244.0.0/24"), 28, List.of());
    static final int NODES = 4;

    private Fixtures() {}

    static Layout layout(PodAnnouncer announcer, PodForm form) {
        return layout(announcer, form, new Limits(3, 4, 1, 4, 0.8, true));
    }

    static Layout layout(PodAnnouncer announcer, PodForm form, Limits limits) {
        List<NodePlace> nodes = new ArrayList<>();
        List<SwitchPlace> switches = new ArrayList<>();
        for (int i = 0; i < NODES; i++) {
            switches.add(new SwitchPlace(device("l" + i), SwitchRole.LEAF, true, false, Optional.empty()));
            int pair = i / 2 * 2;
            nodes.add(new NodePlace(
                    device("n" + i),
                    i,
                    "pods",
                    List.of(POOL.block(i)),
                    PodVisibility.ROUTED,
                    announcer,
                    form,
                    List.of(uplink(pair, i), uplink(pair + 1, i))));
        }
        return Layout.of("test", nodes, switches, List.of(POOL), limits);
    }

    private static Uplink uplink(int leaf, int node) {
        return new Uplink(
                device("l" + leaf), Optional.of(IpAddress.parse("10.1." + leaf + "." + (node + 10))), Optional.empty());
    }

    static DeviceName device(String name) {
        return DeviceName.of(name);
    }

    static DeviceName node(int index) {
        return device("n" + index);
    }

    /** The address at an offset in a node's planned block. */
    static IpAddress address(int node, int offset) {
        return POOL.block(node).address().plus(offset);
    }

    static AgentEvent.PodAttached attached(long number, String container, int node, IpAddress address) {
        return new AgentEvent.PodAttached(
                number,
                container,
                "eth0",
                "pods",
                new Endpoint(
                        Optional.empty(), node(node), Endpoint.macOf(address), Optional.of(address), Optional.empty()),
                0);
    }

    static AgentEvent.PodDetached detached(long number, String container) {
        return new AgentEvent.PodDetached(number, container, "eth0", List.of(), 0);
    }

    static Event.AgentReported whole(int node, long upTo, AgentEvent... events) {
        return new Event.AgentReported(new AgentReport(node(node), true, upTo, List.of(events)), "");
    }

    static Event.AgentReported partial(int node, long upTo, AgentEvent... events) {
        return new Event.AgentReported(new AgentReport(node(node), false, upTo, List.of(events)), "");
    }

    static State configured(Controller controller, Layout layout) {
        return controller.on(State.EMPTY, new Event.Configured(layout)).state();
    }
}
