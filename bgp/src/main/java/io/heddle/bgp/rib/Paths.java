package io.heddle.bgp.rib;

import org.jspecify.annotations.Nullable;

/** The paths of a table by number, in parallel arrays: no object per route. Single-threaded. */
final class Paths {

    static final int NONE = RouteTable.NONE;

    private final FreeNumbers numbers = new FreeNumbers();
    private final IntColumn destination = new IntColumn(0);
    private final IntColumn next = new IntColumn(0);
    private final IntColumn source = new IntColumn(0);
    private final IntColumn received = new IntColumn(0);
    private final IntColumn effective = new IntColumn(0);
    private final ByteColumn generation = new ByteColumn();
    /** Only where some peer sends several paths. */
    private @Nullable IntColumn identifier;

    /** A new path, in no chain yet. */
    int add(int to, int from, int pathIdentifier) {
        int path = numbers.take();
        destination.reach(path);
        next.reach(path);
        source.reach(path);
        received.reach(path);
        effective.reach(path);
        generation.reach(path);
        if (pathIdentifier != 0 && identifier == null) {
            identifier = new IntColumn(0);
            identifier.reach(numbers.limit());
        }
        if (identifier != null) {
            identifier.reach(path);
            identifier.set(path, pathIdentifier);
        }
        destination.set(path, to);
        source.set(path, from);
        return path;
    }

    /** Frees a path that is {@link #leave}ing its destination. */
    void giveBack(int path) {
        numbers.giveBack(path);
    }

    /** The path belongs to nobody any more; its number is still taken. */
    void leave(int path) {
        source.set(path, NONE);
        effective.set(path, NONE);
    }

    void carry(int path, int taken, int used, byte since) {
        received.set(path, taken);
        effective.set(path, used);
        generation.set(path, since);
    }

    void link(int path, int after) {
        next.set(path, after);
    }

    int destination(int path) {
        return destination.get(path);
    }

    int next(int path) {
        return next.get(path);
    }

    /** Whose it is; {@link #NONE} where there is no such path. */
    int source(int path) {
        return source.get(path);
    }

    int received(int path) {
        return received.get(path);
    }

    /** The set after import, or {@link #NONE} if it was refused. */
    int effective(int path) {
        return effective.get(path);
    }

    /** See {@link Generations}. */
    byte generation(int path) {
        return generation.get(path);
    }

    /** As the peer named it (RFC 7911), or 0. */
    int identifier(int path) {
        return identifier == null ? 0 : identifier.get(path);
    }

    /** Whether a path stands in its chain before one of this source and identifier would. */
    boolean comesBefore(int path, int from, int pathIdentifier) {
        return source.get(path) != from
                ? source.get(path) < from
                : identifier != null && Integer.compareUnsigned(identifier.get(path), pathIdentifier) < 0;
    }

    /** All numbers are below this. */
    int limit() {
        return numbers.limit();
    }

    int size() {
        return numbers.size();
    }
}
