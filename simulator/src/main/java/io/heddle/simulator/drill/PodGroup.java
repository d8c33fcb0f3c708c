package io.heddle.simulator.drill;

import io.heddle.model.fabric.DeviceName;
import io.heddle.model.net.IpAddress;
import java.util.List;
import java.util.Optional;

/**
 * Pods to which the same happened, on nodes to which the same happened: packets to them fare alike.
 *
 * @param nodes they are on, at least one; of a pod that moves, the first it was on
 * @param members an address of one such pod on each of the nodes, in their order
 * @param pods of that kind on each node, in their order
 * @param mover of a pod that moves, the address it sends by
 * @param counted whether these are the addresses that pods are counted by; a pod of both families is in a group by each of its addresses
 */
record PodGroup(
        List<DeviceName> nodes,
        List<IpAddress> members,
        List<Integer> pods,
        Optional<IpAddress> mover,
        boolean counted) {

    PodGroup {
        nodes = List.copyOf(nodes);
        members = List.copyOf(members);
        pods = List.copyOf(pods);
    }
}
