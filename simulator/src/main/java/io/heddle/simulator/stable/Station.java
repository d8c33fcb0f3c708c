package io.heddle.simulator.stable;

import io.heddle.model.config.NodeProgram;
import io.heddle.model.endpoint.NodeEndpoints;
import io.heddle.model.net.VlanId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A node on a VLAN: its own interfaces there and, if pods are bridged, its pods (rule 1.4). All share the node's attachments.
 *
 * @param switches numbers of the switches it is attached to, ascending
 * @param bridgePorts the smallest bridge port towards it on each of these
 */
record Station(
        NodeProgram node,
        VlanId vlan,
        List<NodeProgram.NetworkInterface> interfaces,
        @Nullable NodeEndpoints pods,
        int[] switches,
        String[] bridgePorts) {

    /** The number of MAC addresses. */
    int macs() {
        return interfaces.size() + (pods == null ? 0 : pods.size());
    }

    /** The bridge port on a switch it is attached to, or null. */
    @Nullable
    String portOn(int switchNumber) {
        for (int i = 0; i < switches.length; i++) {
            if (switches[i] == switchNumber) {
                return bridgePorts[i];
            }
        }
        return null;
    }
}
