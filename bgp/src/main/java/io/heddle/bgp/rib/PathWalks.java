package io.heddle.bgp.rib;

import java.util.function.IntBinaryOperator;
import java.util.function.IntUnaryOperator;

/**
 * What is done to many paths of a table, a slice at a time. Each walk looks at the paths from {@code start} on, as many as {@code slice},
 * and returns where to go on, or {@link #DONE}. Single-threaded.
 */
final class PathWalks {

    static final int DONE = RouteTable.NONE;

    private final RouteTable table;
    private final Paths paths;
    private final Generations generations;
    private long looked;

    PathWalks(RouteTable table, Paths paths, Generations generations) {
        this.table = table;
        this.paths = paths;
        this.generations = generations;
    }

    /** How many numbers all walks over the table have looked at so far: what the bound on the work of a call is about. */
    long looked() {
        return looked;
    }

    /** A walk over destinations has looked at so many. */
    void look(int count) {
        looked += count;
    }

    /** Whether a source has any path, one that is only still to be removed included. */
    boolean holdsAny(int source) {
        return generations.count(source) > 0;
    }

    /** All numbers of paths are below this. */
    int limit() {
        return paths.limit();
    }

    /** Removes paths of a source that are older than a generation. */
    int sweep(int from, byte before, int start, int slice) {
        if (generations.count(from) == 0) {
            return DONE;
        }
        int end = end(start, slice);
        for (int path = start; path < end; path++) {
            if (paths.source(path) == from && Generations.isBefore(paths.generation(path), before)) {
                table.remove(path);
            }
        }
        return after(end);
    }

    /**
     * Paths of a source that are older than a generation get other sets, or go.
     *
     * @param change the set instead of one, held; {@link RouteTable#NONE} removes the path
     */
    int changeStale(int from, byte before, IntUnaryOperator change, int start, int slice) {
        int end = end(start, slice);
        for (int path = start; path < end; path++) {
            if (paths.source(path) == from && Generations.isBefore(paths.generation(path), before)) {
                change(path, change);
            }
        }
        return after(end);
    }

    private void change(int path, IntUnaryOperator change) {
        int taken = change.applyAsInt(paths.received(path));
        if (taken == RouteTable.NONE) {
            table.remove(path);
            return;
        }
        int usedBefore = paths.effective(path);
        int used = usedBefore == RouteTable.NONE ? RouteTable.NONE : change.applyAsInt(usedBefore);
        put(path, taken, used);
        table.attributes.release(taken);
    }

    /**
     * Imports paths of a source again.
     *
     * @param imports the set after import, held, or {@link RouteTable#NONE}, from the set as received and the destination
     */
    int reimport(int from, IntBinaryOperator imports, int start, int slice) {
        int end = end(start, slice);
        for (int path = start; path < end; path++) {
            if (paths.source(path) == from) {
                put(path, paths.received(path), imports.applyAsInt(paths.received(path), paths.destination(path)));
            }
        }
        return after(end);
    }

    /** Gives a path other sets; lets go of the used one, which the path then holds by itself. It becomes no younger. */
    private void put(int path, int taken, int used) {
        byte since = paths.generation(path);
        table.put(paths.source(path), paths.destination(path), paths.identifier(path), taken, used, since);
        if (used != RouteTable.NONE) {
            table.attributes.release(used);
        }
    }

    /** Decides anew where paths have one of these sets. */
    int reconsider(NumberSet sets, int start, int slice) {
        int end = end(start, slice);
        for (int path = start; path < end; path++) {
            int used = paths.source(path) == RouteTable.NONE ? RouteTable.NONE : paths.effective(path);
            if (used != RouteTable.NONE && sets.contains(used)) {
                table.reconsider(paths.destination(path));
            }
        }
        return after(end);
    }

    private int end(int start, int slice) {
        int end = Math.max(start, Math.min(paths.limit(), start + slice));
        looked += end - start;
        return end;
    }

    private int after(int end) {
        return end >= paths.limit() ? DONE : end;
    }
}
