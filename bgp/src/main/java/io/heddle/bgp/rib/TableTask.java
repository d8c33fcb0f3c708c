package io.heddle.bgp.rib;

import java.util.function.IntUnaryOperator;

/** Work on a table that is done a slice at a time. */
final class TableTask {

    /** Instead of a source: it is about everybody's. */
    static final int NOBODY = -1;

    private final int source;
    private final IntUnaryOperator slice;
    private int at;

    /**
     * A task.
     *
     * @param source whose routes it is about
     * @param slice does the work from a place on and returns where to go on, or {@link RouteTable#NONE}
     */
    TableTask(int source, IntUnaryOperator slice) {
        this.source = source;
        this.slice = slice;
    }

    int source() {
        return source;
    }

    /** Does a slice; false when all is done. */
    boolean step() {
        at = slice.applyAsInt(at);
        return at != RouteTable.NONE;
    }
}
