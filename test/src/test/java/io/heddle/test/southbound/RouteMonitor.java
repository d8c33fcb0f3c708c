package io.heddle.test.southbound;

import io.heddle.lab.linux.Command;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** What the kernels of a fabric's leafs say changes: routes, and MACs and neighbours that BGP made. */
final class RouteMonitor implements AutoCloseable {

    private static final String MARK = "198.51.100.77";

    private final FrrFabric fabric;
    private final List<Process> processes = new ArrayList<>();
    private final List<Path> outputs = new ArrayList<>();

    private RouteMonitor(FrrFabric fabric) {
        this.fabric = fabric;
    }

    static RouteMonitor start(FrrFabric fabric) throws Exception {
        RouteMonitor monitor = new RouteMonitor(fabric);
        for (String each : fabric.leafNames()) {
            Path output = Files.createTempFile("hd-south-", ".monitor");
            monitor.outputs.add(output);
            monitor.processes.add(new ProcessBuilder("ip", "-n", fabric.space(each), "-o", "monitor", "route", "neigh")
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start());
        }
        monitor.mark("add");
        for (Path each : monitor.outputs) {
            // Until its socket is open, marks are not seen: so they come again and again.
            FrrFabric.until("the monitor listens", () -> {
                monitor.mark("replace");
                return Files.readString(each).contains(MARK);
            });
        }
        return monitor;
    }

    private void mark(String how) throws Exception {
        for (String each : fabric.leafNames()) {
            Command.of("ip", "-n", fabric.space(each), "route", how, "blackhole", MARK + "/32")
                    .output();
        }
    }

    /** Everything that happened before now is in {@link #changes}. */
    void untilItHasSeen() throws Exception {
        mark("del");
        for (Path each : outputs) {
            FrrFabric.until("the end is seen", () -> Files.readString(each).contains("Deleted blackhole " + MARK));
        }
    }

    /** What changed, but the marks and neighbours that the kernel itself asks for. */
    List<String> changes() throws IOException {
        List<String> all = new ArrayList<>();
        for (Path each : outputs) {
            Files.readAllLines(each).stream()
                    .filter(line -> !line.contains(MARK))
                    .filter(line -> line.contains("proto bgp") || line.contains("extern_learn"))
                    .forEach(all::add);
        }
        return all;
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
