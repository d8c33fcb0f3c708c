package io.heddle.test.controller;

import static org.assertj.core.api.Assertions.assertThat;

import io.heddle.cni.report.HttpController;
import io.heddle.controller.daemon.ControllerDaemon;
import io.heddle.model.agent.AgentEvent;
import io.heddle.model.agent.AgentReport;
import io.heddle.model.endpoint.Endpoint;
import io.heddle.model.fabric.DeviceName;
import io.heddle.model.net.IpAddress;
import io.heddle.test.fabrics.PlannedFile;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.net.Proxy;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A node's pods overflow its leafs and the owner lets its blocks be announced in place of them: done where every pod is still reached in every
 * single failure, and refused where one failure would lose a pod at a leaf. Through the API of a controller as shipped.
 */
class AggregationTest {

    private static final DeviceName NODE = DeviceName.of("node-1-1");
    private static final int FITTING = 5;
    private static final int OVERFLOWING = 40;

    @TempDir
    Path directory;

    private final ByteArrayOutputStream log = new ByteArrayOutputStream();

    private ControllerDaemon start(String then) throws Exception {
        Path own = Path.of(Objects.requireNonNull(AggregationTest.class.getResource("black-hole.yaml"))
                .toURI());
        String text = Files.readString(own);
        assertThat(text).contains("then: reject");
        Path scenario =
                Files.writeString(directory.resolve("fabric.yaml"), text.replace("then: reject", "then: " + then));
        Path file = Files.writeString(directory.resolve("controller.yaml"), """
                heddle: controller/1
                name: ctl-1
                fabric: {scenario: fabric.yaml}
                store: {directory: store}
                limits: {aggregate: true}
                http: {listen: "127.0.0.1:0"}
                """);
        return PlannedFile.of(scenario).start(file, log);
    }

    /** Pods as the node's agent reports them; those that were reported before are in it too. */
    private static void report(ControllerDaemon daemon, int pods) throws Exception {
        List<AgentEvent> events = new ArrayList<>();
        for (int i = 1; i <= pods; i++) {
            IpAddress address = IpAddress.parse("10.64.0.0").plus(i);
            events.add(new AgentEvent.PodAttached(
                    pods,
                    "c" + i,
                    "eth0",
                    "pods",
                    new Endpoint(
                            Optional.of("default/p" + i),
                            NODE,
                            Endpoint.macOf(address),
                            Optional.of(address),
                            Optional.empty()),
                    1_700_000_000_000L));
        }
        new HttpController(List.of(URI.create(base(daemon))), Optional.empty())
                .send(new AgentReport(NODE, true, pods, events));
    }

    private static String base(ControllerDaemon daemon) {
        return "http://127.0.0.1:" + daemon.address().orElseThrow().getPort();
    }

    private static String get(ControllerDaemon daemon, String path) throws Exception {
        try (InputStream in = URI.create(base(daemon) + path)
                .toURL()
                .openConnection(Proxy.NO_PROXY)
                .getInputStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void aPodThatOneFailureWouldLoseIsRefusedAndTheReasonNamesFailurePodAndLeaf() throws Exception {
        try (ControllerDaemon daemon = start("reject")) {
            report(daemon, FITTING);
            assertThat(get(daemon, "/v1/admission")).contains("\"items\":[]");
            report(daemon, OVERFLOWING);

            assertThat(get(daemon, "/v1/admission"))
                    .contains("\"container\":\"c6\"", "leaf-1-1 cannot hold it", "ipv4_route", "of 30")
                    .contains("announcing its blocks would lose 10.64.0.1 at leaf-1-1", "loss of cable", "node-1-1");
            assertThat(get(daemon, "/v1/nodes/node-1-1")).contains("\"aggregated\":false");
            // Those that fitted are announced as before.
            assertThat(daemon.loop().state().pods()).isEqualTo(OVERFLOWING);
            assertThat(log.toString(StandardCharsets.UTF_8)).contains("\"refusal\":\"TABLES_FULL\"");
        }
    }

    @Test
    void podsThatNobodyHadBeforeCountToo() throws Exception {
        try (ControllerDaemon daemon = start("reject")) {
            report(daemon, OVERFLOWING);

            assertThat(get(daemon, "/v1/admission")).contains("announcing its blocks would lose 10.64.0.1 at leaf-1-1");
            assertThat(get(daemon, "/v1/nodes/node-1-1")).contains("\"aggregated\":false");
        }
    }

    @Test
    void whereNoFailureLosesAPodTheNodesBlocksAreAnnouncedInPlaceOfItsPods() throws Exception {
        try (ControllerDaemon daemon = start("accept")) {
            report(daemon, FITTING);
            report(daemon, OVERFLOWING);

            assertThat(get(daemon, "/v1/admission")).contains("\"items\":[]");
            assertThat(get(daemon, "/v1/nodes/node-1-1")).contains("\"aggregated\":true");
            assertThat(log.toString(StandardCharsets.UTF_8)).contains("its blocks are announced in place of its pods");
        }
    }
}
