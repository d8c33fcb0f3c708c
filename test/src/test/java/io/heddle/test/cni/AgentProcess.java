package io.heddle.test.cni;

import com.fasterxml.jackson.core.JsonFactory;
import io.heddle.cni.agent.AgentMain;
import io.heddle.json.Fields;
import io.heddle.model.net.IpAddress;
import io.heddle.tls.TlsFiles;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;

/** The agent as a process of its own in the node of a bed. */
final class AgentProcess {

    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(120);

    private final CniBed bed;
    private final Class<?> main;
    private final Path config;
    private final Path log;
    private Process process;

    private AgentProcess(CniBed bed, Class<?> main, Path config, Path log, Process process) {
        this.bed = bed;
        this.main = main;
        this.config = config;
        this.log = log;
        this.process = process;
    }

    /**
     * Starts one and waits until it serves.
     *
     * @param networks the networks of its configuration, JSON objects with commas between
     */
    static AgentProcess start(CniBed bed, String networks) {
        return start(bed, networks, "\"cool-down-seconds\": 0");
    }

    /** @param settings more of its configuration, members of a JSON object */
    static AgentProcess start(CniBed bed, String networks, String settings) {
        return start(bed, AgentMain.class, networks, settings);
    }

    static AgentProcess start(CniBed bed, Class<?> main, String networks, String settings) {
        Path config = bed.directory().resolve("agent.json");
        Path log = bed.directory().resolve("agent.log");
        try {
            Files.writeString(
                    config, """
                    {"format": 1, "socket": "%s", "state-directory": "%s", %s, "networks": [%s]}
                    """.formatted(bed.socket(), bed.directory().resolve("state"), settings, networks));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        AgentProcess agent = new AgentProcess(bed, main, config, log, launch(bed, main, config, log));
        bed.onClose(agent::kill);
        agent.awaitReady();
        return agent;
    }

    private static Process launch(CniBed bed, Class<?> main, Path config, Path log) {
        // Not "ip netns exec": the agent must see the namespaces that a runtime mounts later.
        List<String> words = new ArrayList<>(List.of("nsenter", "--net=/run/netns/" + bed.node()));
        words.addAll(java());
        words.addAll(List.of(main.getName(), "--config", config.toString()));
        try {
            return new ProcessBuilder(words)
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The JVM with the class path that the agent ships with. */
    static List<String> java() {
        String classPath = Stream.of(
                        AgentMain.class,
                        CrashingAgent.class,
                        IpAddress.class,
                        Fields.class,
                        TlsFiles.class,
                        JsonFactory.class,
                        NullMarked.class)
                .map(each ->
                        each.getProtectionDomain().getCodeSource().getLocation().getPath())
                .collect(Collectors.joining(File.pathSeparator));
        return List.of(
                Path.of(System.getProperty("java.home"), "bin/java").toString(),
                "-Xmx64m",
                "-XX:+UseSerialGC",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                classPath);
    }

    private void awaitReady() {
        long end = System.nanoTime() + PATIENCE_NANOS;
        while (!log().contains("\"ready\"")) {
            if (!process.isAlive() || System.nanoTime() > end) {
                throw new AssertionError("the agent is not ready: " + log());
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
        }
    }

    String log() {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Process process() {
        return process;
    }

    /** kill -9, and waits until it is gone. */
    void kill() {
        process.destroyForcibly();
        process.onExit().join();
    }

    void restart() {
        kill();
        process = launch(bed, main, config, log);
        awaitReady();
    }
}
