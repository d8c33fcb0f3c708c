package io.heddle.lab.linux;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Lines for {@code ip -batch} or {@code bridge -batch}: one process for many changes. */
public final class Batch {

    private static final Pattern FAILED = Pattern.compile("Command failed -:(\\d+)");

    private Batch() {}

    /** In the namespace this process is in; lines name theirs. */
    public static void ip(List<String> lines) throws LabException {
        run(Command.of("ip", "-batch", "-"), lines);
    }

    public static void ip(String space, List<String> lines) throws LabException {
        run(Command.of("ip", "-n", space, "-batch", "-"), lines);
    }

    /** For lines about IPv6 that do not show it. */
    public static void ipv6(String space, List<String> lines) throws LabException {
        run(Command.of("ip", "-6", "-n", space, "-batch", "-"), lines);
    }

    public static void bridge(String space, List<String> lines) throws LabException {
        run(Command.of("bridge", "-n", space, "-batch", "-"), lines);
    }

    /** Goes on after lines that fail: for taking away what may be gone already. */
    public static void ipAsFarAsPossible(String space, List<String> lines) throws LabException {
        tryAll(Command.of("ip", "-n", space, "-force", "-batch", "-"), lines);
    }

    /** The same for {@code bridge}. */
    public static void bridgeAsFarAsPossible(String space, List<String> lines) throws LabException {
        tryAll(Command.of("bridge", "-n", space, "-force", "-batch", "-"), lines);
    }

    private static void tryAll(Command command, List<String> lines) throws LabException {
        if (!lines.isEmpty()) {
            command.reading(String.join("\n", lines) + "\n").run();
        }
    }

    private static void run(Command command, List<String> lines) throws LabException {
        if (lines.isEmpty()) {
            return;
        }
        Command.Output output = command.reading(String.join("\n", lines) + "\n").run();
        if (!output.succeeded()) {
            Matcher matcher = FAILED.matcher(output.err());
            String line = matcher.find() ? lines.get(Integer.parseInt(matcher.group(1)) - 1) : "a batch";
            throw new LabException("`" + String.join(" ", command.words()) + "` failed at `" + line + "`: "
                    + output.err().strip());
        }
    }
}
