package io.heddle.simulator.drill;

import io.heddle.model.fabric.DeviceName;
import io.heddle.model.net.IpAddress;
import java.util.List;
import java.util.Optional;

/**
 * Nodes attached alike to which the same happened; or one pod that moves, which sends from wherever it is.
 *
 * @param nodes at least one, in the order of the configuration; of a pod that moves, the first it was on
 * @param pods of each
 * @param mover the address of the pod that moves
 */
record NodeGroup(List<DeviceName> nodes, int pods, Optional<IpAddress> mover) {

    NodeGroup {
        nodes = List.copyOf(nodes);
    }

    static NodeGroup of(List<DeviceName> nodes, int pods) {
        return new NodeGroup(nodes, pods, Optional.empty());
    }

    /** A pod of both families sends, and is told, by its IPv4 address. */
    static NodeGroup mover(DeviceName first, IpAddress address) {
        return new NodeGroup(List.of(first), 1, Optional.of(address));
    }
}
