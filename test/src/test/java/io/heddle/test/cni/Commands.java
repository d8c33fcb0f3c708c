package io.heddle.test.cni;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Runs programs and waits for them. */
final class Commands {

    private static final long PATIENCE_SECONDS = 120;

    private Commands() {}

    /**
     * How a program ended and what it printed.
     *
     * @param output its standard output alone: on standard error {@code ip} warns of namespaces that others remove while it looks
     */
    record Ended(int exitCode, String output, String errors) {

        Ended orThrow() {
            if (exitCode != 0) {
                throw new AssertionError("exit code " + exitCode + ": " + printed());
            }
            return this;
        }

        /** Standard error behind standard output. */
        String printed() {
            return output + errors;
        }
    }

    static Ended run(String... words) {
        return run(Map.of(), "", words);
    }

    static Ended run(Map<String, String> environment, String input, String... words) {
        try {
            Path file = Files.createTempFile("heddle-test", ".in");
            Path output = Files.createTempFile("heddle-test", ".out");
            Path errors = Files.createTempFile("heddle-test", ".err");
            try {
                Files.writeString(file, input);
                ProcessBuilder builder = new ProcessBuilder(List.of(words))
                        .redirectInput(file.toFile())
                        .redirectOutput(output.toFile())
                        .redirectError(errors.toFile());
                builder.environment().putAll(environment);
                Process process = builder.start();
                if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                    process.destroyForcibly();
                    throw new AssertionError(List.of(words) + " did not end");
                }
                return new Ended(process.exitValue(), text(output), text(errors));
            } finally {
                Files.delete(file);
                Files.delete(output);
                Files.delete(errors);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private static String text(Path file) throws IOException {
        return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    }

    /** Whether a program is on the path. */
    static boolean has(String program) {
        return run("sh", "-c", "command -v " + program).exitCode() == 0;
    }
}
