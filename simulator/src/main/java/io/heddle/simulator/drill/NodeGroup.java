package io.heddle.simulator.drill;

import io.heddle.model.fabric.DeviceName;
import java.util.List;

/**
 * Nodes attached alike to which the same happened.
 *
 * @param nodes at least one, in the order of the configuration
 * @param pods of each
 */
record NodeGroup(List<DeviceName> nodes, int pods) {

    NodeGroup {
        nodes = List.copyOf(nodes);
    }
}
