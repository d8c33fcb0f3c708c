package io.heddle.bgp.rib;

import java.util.Arrays;

/**
 * Which paths of a source are older than its session, or than a refresh that has begun: a path has the generation of its source at the
 * time it came, so that all paths of a source become stale by counting one up, without looking at any. Also counts the paths of each
 * source. Single-threaded.
 */
final class Generations {

    private static final int ROOM = 8;

    private byte[] current = {};
    private int[] paths = {};
    /** How many paths are to be removed though nobody has come to them yet, and the generation before which all are. */
    private int[] doomed = {};

    private byte[] doomedBefore = {};

    /** Whether something came before a generation began. Holds for a hundred generations; see {@link Sweep}. */
    static boolean isBefore(byte generation, byte than) {
        return (byte) (than - generation) > 0;
    }

    byte current(int source) {
        return source < current.length ? current[source] : 0;
    }

    /** All paths a source has are old from now on; returns the new generation. */
    byte begin(int source) {
        makeRoom(source);
        return ++current[source];
    }

    /** All paths of generations before the current one do not count any more. */
    void doom(int source) {
        makeRoom(source);
        doomed[source] = paths[source];
        doomedBefore[source] = current[source];
    }

    void added(int source) {
        makeRoom(source);
        paths[source]++;
    }

    void removed(int source, byte generation) {
        paths[source]--;
        replaced(source, generation);
    }

    /** A path of this generation has become one of the current. */
    void replaced(int source, byte generation) {
        if (doomed[source] > 0 && isBefore(generation, doomedBefore[source])) {
            doomed[source]--;
        }
    }

    /** How many paths there are of a source, those included that are only still to be removed. */
    int count(int source) {
        return source < paths.length ? paths[source] : 0;
    }

    /** How many paths of a source count. */
    int countWithoutDoomed(int source) {
        return source < paths.length ? paths[source] - doomed[source] : 0;
    }

    private void makeRoom(int source) {
        if (source >= current.length) {
            int longer = source + ROOM;
            current = Arrays.copyOf(current, longer);
            paths = Arrays.copyOf(paths, longer);
            doomed = Arrays.copyOf(doomed, longer);
            doomedBefore = Arrays.copyOf(doomedBefore, longer);
        }
    }
}
