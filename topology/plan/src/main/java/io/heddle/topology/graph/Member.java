package io.heddle.topology.graph;

import io.heddle.model.fabric.DeviceName;
import java.util.List;

/**
 * A device that takes part in a network without forwarding for it: a node, an external router, or a switch by its management port.
 *
 * @param accesses in port order; none if it is not cabled to a switch that carries the network
 */
public record Member(DeviceName device, List<Access> accesses) {
    public Member {
        accesses = List.copyOf(accesses);
    }
}
