package io.heddle.lab.run;

import io.heddle.model.endpoint.Endpoint;
import io.heddle.model.endpoint.Endpoints;
import io.heddle.model.endpoint.NodeEndpoints;
import java.util.ArrayList;
import java.util.List;

/** Fewer pods than planned, the same in the lab and in what is computed for it: a namespace a pod is dear. */
public final class PodLimit {

    private PodLimit() {}

    /** The first pods of each node, by MAC. */
    public static Endpoints perNode(Endpoints all, int most) {
        List<NodeEndpoints> fewer = new ArrayList<>();
        for (NodeEndpoints node : all.nodes()) {
            List<Endpoint> pods = new ArrayList<>();
            for (int i = 0; i < Math.min(most, node.size()); i++) {
                pods.add(node.get(i));
            }
            if (!pods.isEmpty()) {
                fewer.add(NodeEndpoints.of(node.node(), pods));
            }
        }
        return Endpoints.of(fewer);
    }
}
