package io.heddle.controller.core;

import io.heddle.controller.core.layout.Layout;
import io.heddle.model.agent.AgentReport;
import io.heddle.model.fabric.DeviceName;
import io.heddle.model.net.IpAddress;
import io.heddle.model.net.IpFamily;
import io.heddle.model.net.Prefix;
import java.util.List;

/** What happens to the controller. */
public sealed interface Event {

    /** A node that is in the layout announces itself. {@code identity}: see {@link NodeRecord#identity}. */
    record NodeRegistered(DeviceName node, String identity) implements Event {}

    /** An agent tells what it attached and detached; registers the node if need be. */
    record AgentReported(AgentReport report, String identity) implements Event {}

    /** A node has no room for the next pod. */
    record BlockWanted(DeviceName node, IpFamily family) implements Event {}

    /** An endpoint that no agent reports. */
    record EndpointAttached(AttachmentKey key, Pod pod) implements Event {}

    record EndpointDetached(DeviceName node, AttachmentKey key) implements Event {}

    /** Nothing is to be sent there any more; what it had stays its own. */
    record NodeDead(DeviceName node) implements Event {}

    record NodeAlive(DeviceName node) implements Event {}

    /** The node is gone for good: its blocks may go to others. */
    record NodeRemoved(DeviceName node) implements Event {}

    /** Read from a switch. */
    record TableUseSeen(TableUse use) implements Event {}

    /** The session that announcements go over. */
    record SwitchUp(DeviceName device) implements Event {}

    record SwitchDown(DeviceName device, String reason) implements Event {}

    record KubernetesNodeSeen(DeviceName node, List<Prefix> podCidrs, boolean ready) implements Event {
        public KubernetesNodeSeen {
            podCidrs = List.copyOf(podCidrs);
        }
    }

    record KubernetesNodeGone(DeviceName node) implements Event {}

    /** {@code name}: namespace/pod. */
    record KubernetesPodSeen(String name, DeviceName node, List<IpAddress> addresses) implements Event {
        public KubernetesPodSeen {
            addresses = List.copyOf(addresses);
        }
    }

    record KubernetesPodGone(String name) implements Event {}

    record Configured(Layout layout) implements Event {}

    /** Time has passed. */
    record Tick() implements Event {}
}
