package io.heddle.lab.linux;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A process, told from a later one with the same number by when it started.
 *
 * @param startTicks field 22 of {@code /proc/PID/stat}: clock ticks since boot
 */
public record ProcessRef(long pid, long startTicks) {

    /** The process with this number now, if there is one. */
    public static Optional<ProcessRef> running(long pid) {
        try {
            String stat = Files.readString(Path.of("/proc/" + pid + "/stat"), StandardCharsets.ISO_8859_1);
            // The name in brackets may hold blanks and brackets itself.
            String[] rest = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
            boolean zombie = rest[0].equals("Z");
            return zombie ? Optional.empty() : Optional.of(new ProcessRef(pid, Long.parseLong(rest[19])));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** From a line that begins with {@link #toString}. */
    public static ProcessRef parse(String line) {
        List<String> words = List.of(line.split(" ", -1));
        return new ProcessRef(Long.parseLong(words.getFirst()), Long.parseLong(words.get(1)));
    }

    @Override
    public String toString() {
        return pid + " " + startTicks;
    }

    public boolean lives() {
        return running(pid).filter(this::equals).isPresent();
    }

    /** Ends it at once; nothing if it has ended or its number is another's by now. */
    public void kill() {
        if (lives()) {
            ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly);
        }
    }
}
