package io.heddle.test.openflow;

import java.nio.file.Files;
import java.nio.file.Path;

/** Frames that a device of a namespace sends or receives, counted by tcpdump until it is closed. */
final class Frames implements AutoCloseable {

    private final Process process;
    private final Path output;

    private Frames(Process process, Path output) {
        this.process = process;
        this.output = output;
    }

    /**
     * Begins to count.
     *
     * @param direction {@code in} or {@code out}, as the namespace sees it
     * @param filter as tcpdump takes it
     */
    static Frames count(OvsBed bed, Space space, String device, String direction, String filter) throws Exception {
        Path output = Files.createTempFile(bed.directory(), "frames", ".out");
        Path errors = Files.createTempFile(bed.directory(), "frames", ".err");
        Process process = new ProcessBuilder(
                        "ip",
                        "netns",
                        "exec",
                        space.name(),
                        "tcpdump",
                        "-nltq",
                        "--immediate-mode",
                        "-Q",
                        direction,
                        "-i",
                        device,
                        filter)
                .redirectError(errors.toFile())
                .redirectOutput(output.toFile())
                .start();
        Frames counting = new Frames(process, output);
        try {
            OvsBed.until("frames are counted", () -> Files.readString(errors).contains("listening on"));
        } catch (AssertionError e) {
            counting.close();
            throw new AssertionError(Files.readString(errors), e);
        }
        return counting;
    }

    long seen() throws Exception {
        return Files.readAllLines(output).size();
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }
}
