package io.heddle.topology.draw;

import io.heddle.model.fabric.ExternalExit;
import io.heddle.model.fabric.Node;
import io.heddle.model.fabric.Switch;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What stands together: leafs that share nodes, usually a rack.
 *
 * @param title the rack's name, or what else the column can be called
 * @param outOfBand switches that manage this column alone
 * @param exits external routers on its leafs
 */
record Column(String title, List<Switch> leafs, List<Node> nodes, List<Switch> outOfBand, List<ExternalExit> exits) {

    private static final Pattern NUMBERED = Pattern.compile("([a-z]{3,})[-_ ]?[0-9]+");

    /** What its like are called, in the plural: what their titles begin with, or racks. */
    String kind() {
        Matcher matcher = NUMBERED.matcher(title);
        return matcher.matches() ? matcher.group(1) + "s" : "racks";
    }

    /** Whether this is about the way out and not about nodes; always drawn. */
    boolean isBorder() {
        return nodes.isEmpty() && !exits.isEmpty();
    }
}
