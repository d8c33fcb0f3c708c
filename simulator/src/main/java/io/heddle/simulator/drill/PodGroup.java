package io.heddle.simulator.drill;

import io.heddle.model.net.IpAddress;
import java.util.List;

/**
 * Pods of a group of nodes to which the same happened.
 *
 * @param members an address of one such pod on each of the nodes, in their order
 * @param pods of that kind on each node
 */
record PodGroup(NodeGroup nodes, List<IpAddress> members, int pods) {

    PodGroup {
        members = List.copyOf(members);
    }
}
