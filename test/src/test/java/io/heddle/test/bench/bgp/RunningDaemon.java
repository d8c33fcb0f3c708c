package io.heddle.test.bench.bgp;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** The process of a daemon under test, and what Linux says it has used. */
record RunningDaemon(Process process) implements AutoCloseable {

    /** Clock ticks of {@code /proc/PID/stat} in a second: USER_HZ, 100 on every Linux that Java runs on. */
    private static final double TICKS = 100;

    /** A JVM in training writes its AOT cache at the end. */
    private static final long PATIENCE_SECONDS = 120;

    static RunningDaemon start(Daemon daemon, Path directory, Load load) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(daemon.prepare(directory, load))
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("output").toFile());
        Process process = builder.start();
        return new RunningDaemon(process);
    }

    /** Tells the daemon something by its standard input. */
    void tell(String line) throws IOException {
        process.outputWriter().write(line + "\n");
        process.outputWriter().flush();
    }

    /** User and system seconds of all threads so far. */
    double cpuSeconds() throws IOException {
        String stat = Files.readString(proc("stat"));
        // The name in brackets may hold spaces; user and system time are the 14th and 15th field.
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
        return (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) / TICKS;
    }

    /** The most memory it has held so far, in MB. */
    double peakMegabytes() throws IOException {
        for (String line : Files.readAllLines(proc("status"))) {
            if (line.startsWith("VmHWM:")) {
                return Long.parseLong(line.replaceAll("\\D", "")) / 1024.0;
            }
        }
        throw new IOException("no VmHWM in " + proc("status"));
    }

    private Path proc(String file) {
        return Path.of("/proc", Long.toString(process.pid()), file);
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
