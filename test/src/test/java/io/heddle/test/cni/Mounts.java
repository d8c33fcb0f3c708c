package io.heddle.test.cni;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Mounts that a runtime left behind: those of a pod whose shim was killed stay. */
final class Mounts {

    private Mounts() {}

    /** Takes away all below a directory, the last first. */
    static void detach(Path directory) {
        try {
            for (String each : Files.readAllLines(Path.of("/proc/self/mounts")).reversed()) {
                String point = each.split(" ", -1)[1];
                if (point.startsWith(directory + "/")) {
                    Commands.run("umount", "-l", point);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
