package io.heddle.test.link;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A process of ours that takes commands and tells events, a line each. */
final class PeerProcess {

    private static final long PATIENCE_SECONDS = 60;
    private static final String ENDED = "(the process has ended)";

    private final Writer commands;
    private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();
    private final List<String> seen = new ArrayList<>();

    PeerProcess(Process process) {
        commands = process.outputWriter();
        BufferedReader reader = process.inputReader();
        Thread.ofVirtual().start(() -> {
            reader.lines().forEach(lines::add);
            lines.add(ENDED);
        });
    }

    void tell(String command) throws IOException {
        commands.write(command + "\n");
        commands.flush();
    }

    /** What is told from a command to the line {@code end}. */
    List<String> ask(String command) throws IOException, InterruptedException {
        tell(command);
        int before = seen.size();
        await("end");
        return List.copyOf(seen.subList(before, seen.size()));
    }

    /** Every event so far. */
    List<String> seen() {
        lines.drainTo(seen);
        return List.copyOf(seen);
    }

    /** The next event that starts like this; those before it are passed over. */
    String await(String start) throws InterruptedException {
        while (true) {
            String line = lines.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
            if (line == null || line.equals(ENDED)) {
                throw new AssertionError(
                        "waited in vain for \"" + start + "\"; there were " + seen + (line == null ? "" : line));
            }
            seen.add(line);
            if (line.startsWith(start)) {
                return line;
            }
        }
    }
}
