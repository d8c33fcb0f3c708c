package io.heddle.topology.spec;

import io.heddle.model.config.Masquerade;
import io.heddle.model.fabric.DeviceName;
import java.util.List;

/**
 * Which nodes masquerade what.
 *
 * @param nodes that have this rule; empty for all that run pods and have no rule of their own
 */
public record MasqueradeSpec(List<DeviceName> nodes, Masquerade rule) {

    public MasqueradeSpec {
        nodes = List.copyOf(nodes);
    }
}
