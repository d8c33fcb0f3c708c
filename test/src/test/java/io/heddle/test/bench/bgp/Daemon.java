package io.heddle.test.bench.bgp;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A BGP daemon that can take part: its configuration for a load and its command line. */
sealed interface Daemon permits Bird, Frr, Gobgp, HeddleSpeaker {

    /** As on the command line and in the table. */
    String name();

    /** What exactly runs: version and whatever the reader of a figure must know. */
    String version() throws IOException, InterruptedException;

    boolean supports(Load load);

    /** Rounds in one process: the first is cold, those after it warm. */
    int rounds();

    /** Writes the configuration into the directory and returns the command line, to be run there. */
    List<String> prepare(Path directory, Load load) throws IOException;

    static Daemon named(String name) {
        return switch (name) {
            case "bird" -> new Bird();
            case "frr" -> new Frr(false);
            case "frrc0" -> new Frr(true);
            case "gobgp" -> new Gobgp();
            case "heddle" -> HeddleSpeaker.plain();
            default -> throw new IllegalArgumentException("no daemon is called " + name);
        };
    }

    /** Every peer of a load, senders first. */
    static List<Peer> peers(Load load) {
        return Stream.concat(
                        IntStream.range(0, load.senders()).mapToObj(load::sender),
                        IntStream.range(0, load.receivers()).mapToObj(load::receiver))
                .toList();
    }

    /** First line that a command prints. */
    static String firstLine(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getOutputStream().close();
        List<String> lines = process.inputReader().readAllLines();
        process.waitFor();
        return lines.isEmpty() ? command[0] : lines.getFirst();
    }

    static void write(Path file, List<String> lines) throws IOException {
        Files.write(file, lines);
    }
}
