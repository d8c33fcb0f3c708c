package io.heddle.topology.draw;

import io.heddle.model.fabric.ExternalExit;
import io.heddle.model.fabric.Node;
import io.heddle.model.fabric.Switch;
import java.util.List;

/**
 * What stands together: leafs that share nodes, usually a rack.
 *
 * @param title the rack's name, or what else the column can be called
 * @param outOfBand switches that manage this column alone
 * @param exits external routers on its leafs
 */
record Column(String title, List<Switch> leafs, List<Node> nodes, List<Switch> outOfBand, List<ExternalExit> exits) {

    /** What its like are called, in the plural. */
    String kind() {
        boolean inRacks = leafs.stream().anyMatch(each -> each.rack().isPresent());
        return inRacks || leafs.size() <= 2 ? "racks" : "units";
    }

    /** Whether this is about the way out and not about nodes; always drawn. */
    boolean isBorder() {
        return nodes.isEmpty() && !exits.isEmpty();
    }
}
