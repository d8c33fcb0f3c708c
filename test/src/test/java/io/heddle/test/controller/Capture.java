package io.heddle.test.controller;

import io.heddle.lab.linux.Command;
import io.heddle.lab.linux.LabException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** So many of the probers' packets as tcpdump sees them in a namespace: whether those in the header are those that the word names. */
final class Capture {

    private static final Pattern HEADER =
            Pattern.compile(" IP ([0-9.]+)\\." + Prober.PORT + " > ([0-9.]+)\\." + Prober.PORT + ": UDP");
    private static final Pattern WORD = Pattern.compile("(10\\.64\\.[0-9.]+) (10\\.64\\.[0-9.]+)");

    private final Process process;
    private final Path file;

    private Capture(Process process, Path file) {
        this.process = process;
        this.file = file;
    }

    static Capture start(String space, Path directory, int packets) throws IOException {
        Path file = directory.resolve("capture-" + space + ".pcap");
        Process process = new ProcessBuilder(
                        "nsenter",
                        "--net=/run/netns/" + space,
                        "tcpdump",
                        "-Z",
                        "root",
                        "-n",
                        "-i",
                        "any",
                        "-c",
                        Integer.toString(packets),
                        "-w",
                        file.toString(),
                        "udp")
                .redirectErrorStream(true)
                .redirectOutput(file.resolveSibling("tcpdump.log").toFile())
                .start();
        return new Capture(process, file);
    }

    /** Waits until there are enough; answers those with an address that their speaker did not say, and first of all how many there are. */
    List<String> translated(int atLeast) throws InterruptedException, LabException {
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            process.destroy();
            process.waitFor();
        }
        List<String> translated = new ArrayList<>();
        int seen = 0;
        String header = "";
        for (String line : Command.of("tcpdump", "-n", "-A", "-r", file.toString())
                .output()
                .split("\n", -1)) {
            Matcher head = HEADER.matcher(line);
            Matcher word = WORD.matcher(line);
            if (head.find()) {
                header = head.group(1) + " " + head.group(2);
            } else if (line.contains(" IP ")) {
                header = line;
            } else if (word.find()) {
                seen++;
                if (!header.equals(word.group())) {
                    translated.add(word.group() + " went as " + header);
                }
            }
        }
        if (seen < atLeast) {
            throw new AssertionError("only " + seen + " packets were captured, expected " + atLeast);
        }
        return translated;
    }
}
