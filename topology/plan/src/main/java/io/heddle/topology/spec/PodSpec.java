package io.heddle.topology.spec;

import io.heddle.model.endpoint.Endpoint;
import java.util.List;

/**
 * Which pods there are.
 *
 * @param perNode generated pods on every node that runs pods, addresses from the node's blocks in order
 * @param listed further pods written out: moved, borrowed or static addresses included
 */
public record PodSpec(int perNode, List<Endpoint> listed) {

    public static final PodSpec NONE = new PodSpec(0, List.of());

    public PodSpec {
        listed = List.copyOf(listed);
        if (perNode < 0) {
            throw new IllegalArgumentException("pods per node is " + perNode);
        }
    }
}
