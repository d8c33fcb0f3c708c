package io.heddle.bgp.rib;

import io.heddle.bgp.attribute.AttributeSet;
import io.heddle.model.net.Prefix;

/**
 * What was chosen for one destination, without objects for it: for followers of whole tables. The same object is shown again for every
 * destination, so it is to be read within the call. Single-threaded.
 */
public final class ChosenRoute {

    private final RouteTable table;
    private final int[] chosen;
    private int destination;
    private int paths;

    ChosenRoute(RouteTable table, int most) {
        this.table = table;
        chosen = new int[most];
    }

    ChosenRoute at(int number) {
        destination = number;
        paths = RouteTable.NONE;
        return this;
    }

    /** The destination's number: small, and its own until it is shown without a path. */
    public int number() {
        return destination;
    }

    /** The destination, in families whose destinations are prefixes. */
    public Prefix prefix() {
        return table.keys.prefix(destination).orElseThrow();
    }

    /** How many paths were chosen; more than one is an ECMP group, 0 means that there is no route any more. */
    public int paths() {
        if (paths == RouteTable.NONE) {
            paths = table.best(destination) == RouteTable.NONE ? 0 : table.multipath(destination, chosen);
        }
        return paths;
    }

    /** Who one of {@link #paths} came from; the best is path 0. */
    public RouteSource source(int path) {
        return table.sourceOf(chosen[path]);
    }

    public AttributeSet attributes(int path) {
        return table.attributes.set(table.effective(chosen[path]));
    }
}
