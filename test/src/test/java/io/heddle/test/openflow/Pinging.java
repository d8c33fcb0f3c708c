package io.heddle.test.openflow;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.LongStream;

/** Pings fifty times a second until it is closed, and which of them were answered. */
final class Pinging implements AutoCloseable {

    private final Process process;
    private final Path output;

    private Pinging(Process process, Path output) {
        this.process = process;
        this.output = output;
    }

    static Pinging start(OvsBed bed, Space from, String to) throws Exception {
        Path output = Files.createTempFile(bed.directory(), "ping", ".out");
        return new Pinging(
                new ProcessBuilder("ip", "netns", "exec", from.name(), "ping", "-n", "-i", "0.02", to)
                        .redirectErrorStream(true)
                        .redirectOutput(output.toFile())
                        .start(),
                output);
    }

    /** Waits for so many answers more. */
    void awaitAnswers(int more) throws Exception {
        long wanted = answers().count() + more;
        OvsBed.until(more + " more answers", () -> answers().count() >= wanted);
    }

    /** How many before the last answer were not answered. */
    long lost() throws Exception {
        long[] answered = answers().distinct().toArray();
        return LongStream.of(answered).max().orElseThrow() - answered.length;
    }

    private LongStream answers() throws Exception {
        return Files.readAllLines(output).stream()
                .filter(each -> each.contains("icmp_seq=") && each.endsWith(" ms"))
                .mapToLong(each -> Long.parseLong(each.replaceAll(".*icmp_seq=([0-9]+).*", "$1")));
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }
}
