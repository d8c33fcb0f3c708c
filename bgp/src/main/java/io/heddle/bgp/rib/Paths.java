package io.heddle.bgp.rib;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The paths of a table by number, in parallel arrays: no object per route. Single-threaded. */
final class Paths {

    static final int NONE = RouteTable.NONE;

    private static final int SMALLEST = 16;

    private final FreeNumbers numbers = new FreeNumbers();
    private int[] destination = {};
    private int[] next = {};
    private int[] source = {};
    private int[] received = {};
    private int[] effective = {};
    private byte[] generation = {};
    /** Only where some peer sends several paths. */
    private int @Nullable [] identifier;

    /** A new path, in no chain yet. */
    int add(int to, int from, int pathIdentifier) {
        int path = numbers.take();
        if (path >= destination.length) {
            int longer = Math.max(SMALLEST, path + (path >> 1));
            destination = Arrays.copyOf(destination, longer);
            next = Arrays.copyOf(next, longer);
            source = Arrays.copyOf(source, longer);
            received = Arrays.copyOf(received, longer);
            effective = Arrays.copyOf(effective, longer);
            generation = Arrays.copyOf(generation, longer);
            if (identifier != null) {
                identifier = Arrays.copyOf(identifier, longer);
            }
        }
        if (pathIdentifier != 0 && identifier == null) {
            identifier = new int[destination.length];
        }
        if (identifier != null) {
            identifier[path] = pathIdentifier;
        }
        destination[path] = to;
        source[path] = from;
        return path;
    }

    /** Frees a path that is {@link #leave}ing its destination. */
    void giveBack(int path) {
        numbers.giveBack(path);
    }

    /** The path belongs to nobody any more; its number is still taken. */
    void leave(int path) {
        source[path] = NONE;
        effective[path] = NONE;
    }

    void carry(int path, int taken, int used, byte since) {
        received[path] = taken;
        effective[path] = used;
        generation[path] = since;
    }

    void link(int path, int after) {
        next[path] = after;
    }

    int destination(int path) {
        return destination[path];
    }

    int next(int path) {
        return next[path];
    }

    /** Whose it is; {@link #NONE} where there is no such path. */
    int source(int path) {
        return source[path];
    }

    int received(int path) {
        return received[path];
    }

    /** The set after import, or {@link #NONE} if it was refused. */
    int effective(int path) {
        return effective[path];
    }

    /** See {@link Generations}. */
    byte generation(int path) {
        return generation[path];
    }

    /** As the peer named it (RFC 7911), or 0. */
    int identifier(int path) {
        return identifier == null ? 0 : identifier[path];
    }

    /** Whether a path stands in its chain before one of this source and identifier would. */
    boolean comesBefore(int path, int from, int pathIdentifier) {
        return source[path] != from
                ? source[path] < from
                : identifier != null && Integer.compareUnsigned(identifier[path], pathIdentifier) < 0;
    }

    /** All numbers are below this. */
    int limit() {
        return numbers.limit();
    }

    int size() {
        return numbers.size();
    }
}
