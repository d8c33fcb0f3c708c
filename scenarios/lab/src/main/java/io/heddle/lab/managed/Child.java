package io.heddle.lab.managed;

import io.heddle.lab.clock.Deadline;
import io.heddle.lab.linux.LabException;
import io.heddle.lab.linux.ProcessRef;
import io.heddle.lab.run.Lab;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A process in a namespace of the lab, with a log. */
public final class Child {

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final String name;
    private final Process process;
    private final Path log;

    private Child(String name, Process process, Path log) {
        this.name = name;
        this.process = process;
        this.log = log;
    }

    /**
     * Starts one and notes it in the lab's journal. Its log is begun anew.
     *
     * @param name for people and for its log
     */
    static Child start(Lab lab, String space, String name, Path directory, List<String> words) throws LabException {
        // Not "ip netns exec": an agent must see the namespaces that come later.
        List<String> all = new ArrayList<>(List.of("nsenter", "--net=/run/netns/" + space));
        all.addAll(words);
        Path log = directory.resolve(name + ".log");
        try {
            Process process = new ProcessBuilder(all)
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            Optional<ProcessRef> running = ProcessRef.running(process.pid());
            if (running.isPresent()) {
                lab.adopt(running.get(), name);
            }
            return new Child(name, process, log);
        } catch (IOException e) {
            throw new LabException("cannot start " + name + ": " + e.getMessage(), e);
        }
    }

    public String name() {
        return name;
    }

    public boolean lives() {
        return process.isAlive();
    }

    public long pid() {
        return process.pid();
    }

    /** All that it wrote. */
    public String log() {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            return "";
        }
    }

    /** Waits until it has written this. */
    void awaitLog(String text) throws LabException {
        Deadline deadline = Deadline.in(PATIENCE);
        while (!log().contains(text)) {
            if (!process.isAlive()
                    || deadline.isPast()
                    || Thread.currentThread().isInterrupted()) {
                throw new LabException(name + " has not said '" + text + "'; it said: " + log());
            }
            deadline.pause();
        }
    }

    /** As by a power cut; returns when it is gone. */
    public void kill() {
        process.destroyForcibly();
        process.onExit().join();
    }
}
