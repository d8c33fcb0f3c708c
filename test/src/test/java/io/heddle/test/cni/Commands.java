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

    /** How a program ended and what it printed, standard error behind standard output. */
    record Ended(int exitCode, String output) {

        Ended orThrow() {
            if (exitCode != 0) {
                throw new AssertionError("exit code " + exitCode + ": " + output);
            }
            return this;
        }
    }

    static Ended run(String... words) {
        return run(Map.of(), "", words);
    }

    static Ended run(Map<String, String> environment, String input, String... words) {
        try {
            Path file = Files.createTempFile("heddle-test", ".in");
            Path output = Files.createTempFile("heddle-test", ".out");
            try {
                Files.writeString(file, input);
                ProcessBuilder builder = new ProcessBuilder(List.of(words))
                        .redirectErrorStream(true)
                        .redirectInput(file.toFile())
                        .redirectOutput(output.toFile());
                builder.environment().putAll(environment);
                Process process = builder.start();
                if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                    process.destroyForcibly();
                    throw new AssertionError(List.of(words) + " did not end");
                }
                return new Ended(process.exitValue(), new String(Files.readAllBytes(output), StandardCharsets.UTF_8));
            } finally {
                Files.delete(file);
                Files.delete(output);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    /** Whether a program is on the path. */
    static boolean has(String program) {
        return run("sh", "-c", "command -v " + program).exitCode() == 0;
    }
}
