package io.heddle.scenarios.cli;

import io.heddle.render.target.Target;
import java.util.SortedMap;
import java.util.SortedSet;

/**
 * What writing a rendering does to a directory. Paths are relative to it: device, target, path on the device.
 *
 * @param added files that are not there yet, with their text
 * @param changed files of an earlier rendering that have another text now
 * @param removed files of an earlier rendering, of the same targets, that nothing stands for any more
 * @param unchanged files that are there already
 * @param foreign files in the way that are not of an earlier rendering, or were edited since; each is also in added, changed or removed
 */
record TreeChanges(
        SortedMap<String, String> added,
        SortedMap<String, String> changed,
        SortedSet<String> removed,
        SortedSet<String> unchanged,
        SortedSet<String> foreign) {

    boolean any() {
        return !added.isEmpty() || !changed.isEmpty() || !removed.isEmpty();
    }

    static String path(String device, Target target, String file) {
        return device + "/" + target + "/" + file;
    }

    /** Whether a path belongs to a target. */
    static boolean isOf(String path, Target target) {
        int slash = path.indexOf('/');
        return path.startsWith(target + "/", slash + 1);
    }

    static long count(Iterable<String> paths, Target target) {
        long count = 0;
        for (String each : paths) {
            count += isOf(each, target) ? 1 : 0;
        }
        return count;
    }
}
