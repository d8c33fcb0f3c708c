package io.heddle.test.fabrics;

import io.heddle.lab.linux.Command;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** What kernels say changes, each in its network namespace: routes, and MACs and neighbours that BGP made. */
public final class RouteMonitor implements AutoCloseable {

    private static final String MARK = "198.51.100.77";

    private final List<String> spaces;
    private final List<Process> processes = new ArrayList<>();
    private final List<Path> outputs = new ArrayList<>();

    private RouteMonitor(List<String> spaces) {
        this.spaces = List.copyOf(spaces);
    }

    /** Listens in namespaces of these names. */
    public static RouteMonitor start(List<String> spaces) throws Exception {
        RouteMonitor monitor = new RouteMonitor(spaces);
        for (String each : spaces) {
            Path output = Files.createTempFile("hd-monitor-", ".txt");
            monitor.outputs.add(output);
            monitor.processes.add(new ProcessBuilder("ip", "-n", each, "-o", "monitor", "route", "neigh")
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start());
        }
        monitor.mark("add");
        for (Path each : monitor.outputs) {
            // Until its socket is open, marks are not seen: so they come again and again.
            until("the monitor listens", () -> {
                monitor.mark("replace");
                return Files.readString(each).contains(MARK);
            });
        }
        return monitor;
    }

    private void mark(String how) throws Exception {
        for (String each : spaces) {
            Command.of("ip", "-n", each, "route", how, "blackhole", MARK + "/32")
                    .output();
        }
    }

    /** Everything that happened before now is in {@link #changes}. */
    public void untilItHasSeen() throws Exception {
        mark("del");
        for (Path each : outputs) {
            until("the end is seen", () -> Files.readString(each).contains("Deleted blackhole " + MARK));
        }
    }

    /** What changed, but the marks and neighbours that the kernel itself asks for. */
    public List<String> changes() throws IOException {
        List<String> all = new ArrayList<>();
        for (Path each : outputs) {
            Files.readAllLines(each).stream()
                    .filter(line -> !line.contains(MARK))
                    .filter(line -> line.contains("proto bgp") || line.contains("extern_learn"))
                    .forEach(all::add);
        }
        return all;
    }

    private static void until(String what, Callable<Boolean> condition) throws Exception {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (!condition.call()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("waited in vain until " + what);
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
        }
    }

    @Override
    public void close() throws IOException {
        for (Process each : processes) {
            each.destroy();
            each.onExit().orTimeout(10, TimeUnit.SECONDS).join();
        }
        for (Path each : outputs) {
            Files.delete(each);
        }
    }
}
