package io.heddle.controller.southbound.frr;

import io.heddle.model.fabric.DeviceName;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** vtysh and frr-reload.py of one switch. */
final class FrrTools {

    private static final String RELOAD = "/usr/lib/frr/frr-reload.py";

    private final DeviceName device;
    private final Path sockets;
    private final Path directory;

    /**
     * Of a switch.
     *
     * @param sockets where its daemons' vty sockets are
     * @param directory for files of passage
     */
    FrrTools(DeviceName device, Path sockets, Path directory) {
        this.device = device;
        this.sockets = sockets;
        this.directory = directory;
    }

    /** What runs, as a file that can be loaded again. */
    String running() throws ConfigRefused {
        Output output = run(List.of("vtysh", "--vty_socket", sockets.toString(), "-c", "show running-config"));
        if (output.code() != 0) {
            throw new ConfigRefused(
                    device + " does not answer: " + output.text().strip());
        }
        // Without "Building configuration..." and what else stands before the first mark.
        return output.text().lines().dropWhile(line -> !line.equals("!")).collect(Collectors.joining("\n", "", "\n"));
    }

    ConfigDifference test(String config) throws ConfigRefused {
        Output output = reload("--test", config);
        if (output.code() != 0) {
            throw new ConfigRefused(device + ": " + reason(output.text()));
        }
        return ConfigDifference.parse(output.text());
    }

    void load(String config) throws ConfigRefused {
        Output output = reload("--reload", config);
        if (output.code() != 0) {
            throw new ConfigRefused(device + ": " + reason(output.text()));
        }
    }

    private Output reload(String how, String config) throws ConfigRefused {
        // Of this name in its own directory, else frr-reload ends with `write`, and a change that waits would survive a
        // reboot.
        Path own = directory.resolve(device + ".candidate");
        Path file = own.resolve("frr.conf");
        try {
            Files.createDirectories(own);
            Files.writeString(file, config);
            return run(List.of(
                    RELOAD,
                    how,
                    "--stdout",
                    "--vty_socket",
                    sockets.toString(),
                    "--rundir",
                    directory.toString(),
                    "--confdir",
                    own.toString(),
                    file.toString()));
        } catch (IOException e) {
            throw new ConfigRefused("cannot write " + file + ": " + e.getMessage(), e);
        }
    }

    /** What runs is what the switch starts with. */
    void persist() throws ConfigRefused {
        Output output = run(List.of("vtysh", "--vty_socket", sockets.toString(), "-c", "write memory"));
        if (output.code() != 0) {
            throw new ConfigRefused(
                    device + " cannot keep its configuration: " + output.text().strip());
        }
    }

    /** The lines with vtysh's own words; all if there are none. */
    private static String reason(String text) {
        String found = text.lines()
                .filter(line -> line.contains("line ") && line.contains("%")
                        || line.contains("ERROR")
                        || line.contains("Failed"))
                .map(String::strip)
                .collect(Collectors.joining("; "));
        return found.isEmpty() ? text.strip() : found;
    }

    private record Output(int code, String text) {}

    private static Output run(List<String> words) throws ConfigRefused {
        try {
            Process process =
                    new ProcessBuilder(words).redirectErrorStream(true).start();
            process.getOutputStream().close();
            String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Output(process.waitFor(), text);
        } catch (IOException e) {
            throw new ConfigRefused("cannot run " + words.getFirst() + ": " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ConfigRefused("interrupted while running " + words.getFirst(), e);
        }
    }
}
