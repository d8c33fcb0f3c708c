package io.heddle.test.northbound;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The {@code heddle} command in a process of its own. */
public final class HeddleProcess implements AutoCloseable {

    private static final long PATIENCE_SECONDS = 120;
    private static final Pattern LISTENS = Pattern.compile("\"listens\":\"[^:]*/([0-9.]+:[0-9]+)\"");

    private final Process process;
    private final Path out;
    private final Path err;

    private HeddleProcess(Process process, Path out, Path err) {
        this.process = process;
        this.out = out;
        this.err = err;
    }

    static HeddleProcess start(Path directory, String... words) throws IOException {
        return start(directory, List.of(), words);
    }

    /** @param before what starts it, such as {@code ip netns exec NAME} */
    private static HeddleProcess start(Path directory, List<String> before, String... words) throws IOException {
        // Tests that were started in the background of a shell ignore SIGINT, and so would all they start.
        List<String> command = new ArrayList<>(before);
        command.addAll(List.of(
                "env",
                "--default-signal=INT",
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Dslf4j.internal.verbosity=ERROR",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                "io.heddle.scenarios.cli.Main"));
        command.addAll(List.of(words));
        Path out = Files.createTempFile(directory, "heddle", ".out");
        Path err = Files.createTempFile(directory, "heddle", ".err");
        Process process = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start();
        return new HeddleProcess(process, out, err);
    }

    /** A controller that serves. */
    static HeddleProcess controller(Path directory, String config) throws IOException, InterruptedException {
        HeddleProcess started = start(directory, "controller", "--config", config);
        started.until("the controller serves", () -> started.err().contains("\"event\":\"started\""));
        return started;
    }

    /** A controller in a namespace, which may not serve yet. */
    public static HeddleProcess controllerIn(String space, Path directory, String config) throws IOException {
        return start(directory, List.of("ip", "netns", "exec", space), "controller", "--config", config);
    }

    /** Runs one command to its end. */
    static HeddleProcess run(Path directory, String... words) throws IOException, InterruptedException {
        HeddleProcess process = start(directory, words);
        process.exitCode();
        return process;
    }

    public int exitCode() throws InterruptedException {
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError("it did not end within " + PATIENCE_SECONDS + " s: " + err());
        }
        return process.exitValue();
    }

    public String out() {
        return read(out);
    }

    public String err() {
        return read(err);
    }

    /** {@code address:port} of the API. */
    public String listens() {
        Matcher found = LISTENS.matcher(err());
        if (!found.find()) {
            throw new AssertionError("it listens nowhere: " + err());
        }
        return found.group(1);
    }

    /** SIGINT or SIGTERM, as a terminal or an init system sends it. */
    void signal(String name) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                .start()
                .waitFor();
    }

    public void until(String what, BooleanSupplier met) throws InterruptedException {
        for (int i = 0; i < PATIENCE_SECONDS * 50; i++) {
            if (met.getAsBoolean()) {
                return;
            }
            if (!process.isAlive()) {
                throw new AssertionError(what + " did not come, it ended with " + process.exitValue() + ": " + err());
            }
            TimeUnit.MILLISECONDS.sleep(20);
        }
        throw new AssertionError(what + " did not come: " + err());
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }
}
