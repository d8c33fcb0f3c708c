package io.heddle.test.southbound;

import io.heddle.controller.core.Event;
import io.heddle.controller.core.Step;
import io.heddle.controller.core.layout.NodePlace;
import io.heddle.controller.daemon.ControllerDaemon;
import io.heddle.model.agent.AgentEvent;
import io.heddle.model.agent.AgentReport;
import io.heddle.model.endpoint.Endpoint;
import io.heddle.model.fabric.DeviceName;
import io.heddle.model.net.IpAddress;
import io.heddle.test.fabrics.PlannedFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** The whole controller in the {@code c} of an {@link FrrFabric}, over the plan of a scenario beside these tests. */
final class RunningDaemon implements AutoCloseable {

    private final FrrFabric fabric;
    private final ByteArrayOutputStream log = new ByteArrayOutputStream();
    private final ControllerDaemon daemon;
    private long reports;

    /** @param rest of controller.yaml, without its format, name and fabric */
    RunningDaemon(FrrFabric fabric, Path directory, String scenario, String rest) throws Exception {
        this.fabric = fabric;
        Path file = Path.of(Objects.requireNonNull(RunningDaemon.class.getResource(scenario))
                .toURI());
        Path yaml = Files.writeString(
                directory.resolve("controller.yaml"),
                "heddle: controller/1\nname: ctl-1\nfabric: {scenario: " + file + "}\n" + rest);
        PlannedFile planned = PlannedFile.of(file);
        daemon = fabric.in("c", () -> {
            try {
                return planned.start(yaml, log);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    NodePlace place(String node) {
        return daemon.loop().state().layout().nodes().get(DeviceName.of(node)).orElseThrow();
    }

    /** All that a node has now. */
    Step report(String node, List<String> addresses) throws Exception {
        List<AgentEvent> events = new ArrayList<>();
        for (int i = 0; i < addresses.size(); i++) {
            IpAddress address = IpAddress.parse(addresses.get(i));
            events.add(new AgentEvent.PodAttached(
                    i + 1L,
                    String.format("%064x", address.low()),
                    "eth0",
                    "pods",
                    new Endpoint(
                            Optional.of("default/pod-" + i),
                            DeviceName.of(node),
                            Endpoint.macOf(address),
                            Optional.of(address),
                            Optional.empty()),
                    1_700_000_000_000L));
        }
        return daemon.loop()
                .submit(new Event.AgentReported(new AgentReport(DeviceName.of(node), true, ++reports, events), ""))
                .toCompletableFuture()
                .get(60, TimeUnit.SECONDS);
    }

    String log() {
        return log.toString(StandardCharsets.UTF_8);
    }

    ControllerDaemon daemon() {
        return daemon;
    }

    /** What the API answers. */
    String get(String path) throws Exception {
        URI uri =
                URI.create("http://127.0.0.1:" + daemon.address().orElseThrow().getPort() + path);
        return fabric.in("c", () -> {
            try (HttpClient client = HttpClient.newHttpClient()) {
                return client.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString())
                        .body();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    /** Waits until something holds; in vain is an error with what the controller saw. */
    void until(String what, FrrFabric.Condition condition) throws Exception {
        try {
            FrrFabric.until(what, condition);
        } catch (AssertionError e) {
            throw new AssertionError(
                    e.getMessage() + "\ndrift: " + get("/v1/drift") + "\ntables: " + get("/v1/tables") + "\n" + log(),
                    e);
        }
    }

    @Override
    public void close() {
        daemon.close();
    }
}
