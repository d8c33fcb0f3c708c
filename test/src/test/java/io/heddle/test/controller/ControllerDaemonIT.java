package io.heddle.test.controller;

import static org.assertj.core.api.Assertions.assertThat;

import io.heddle.bgp.netty.TransportOptions;
import io.heddle.bgp.netty.TransportOptions.ListenAddress;
import io.heddle.bgp.session.TransportConfig;
import io.heddle.controller.core.Event;
import io.heddle.controller.daemon.ControllerDaemon;
import io.heddle.controller.southbound.bgp.BgpDriver;
import io.heddle.controller.southbound.bgp.BgpSouthbound;
import io.heddle.controller.southbound.bgp.BgpSwitch;
import io.heddle.model.agent.AgentEvent;
import io.heddle.model.agent.AgentReport;
import io.heddle.model.endpoint.Endpoint;
import io.heddle.model.fabric.DeviceName;
import io.heddle.model.net.Asn;
import io.heddle.model.net.IpAddress;
import io.heddle.test.fabrics.PlannedFile;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole daemon: what an agent reports reaches the leaf of its node by BGP, and no other; and it stays there when the daemon stops. One session is
 * signed. */
class ControllerDaemonIT {

    private static final DeviceName UP = DeviceName.of("controller");
    private static final IpAddress CONTROLLER = IpAddress.parse("127.9.0.1");
    private static final String KEY = "only these two know it";
    private static final Asn CONTROLLER_AS = new Asn(64999);

    @TempDir
    private Path directory;

    private final ByteArrayOutputStream log = new ByteArrayOutputStream();

    @Test
    @SuppressWarnings("try") // a leaf is closed before its end, and closing it again does nothing
    void whatAnAgentReportsReachesTheLeafOfItsNode() throws Exception {
        try (BgpDriver owner = leaf(1);
                BgpDriver other = leaf(2)) {
            try (ControllerDaemon daemon = start(owner, other)) {
                EtcdCluster.until(
                        "both leafs have sessions",
                        () -> text().contains("\"switch\":\"leaf-1-1\"") && text().contains("\"switch\":\"leaf-2-1\""));
                report(daemon);

                EtcdCluster.until("the leaf is told", () -> routes(owner).contains("10.64.0.5/32"));
                assertThat(routes(other)).doesNotContain("10.64.0.5/32");
                EtcdCluster.until("nobody is behind", () -> drift(daemon).contains("\"items\":[]"));
                assertThat(get(daemon, "/readyz")).contains("ready");
                assertThat(get(daemon, "/metrics")).contains("heddle_controller_nodes_alive 1");
                assertThat(get(daemon, "/")).contains("<!DOCTYPE html>");
                assertThat(get(daemon, "/v1/nodes/node-1-1")).contains("\"pods\":1");
            }
            assertThat(text()).contains("\"event\":\"stopped\"");
            // A second start tells the same from its store.
            try (ControllerDaemon again = start(owner, other)) {
                EtcdCluster.until("the leaf is told again", () -> routes(owner).contains("10.64.0.5/32"));
                owner.close();
                EtcdCluster.until("the lost leaf is seen", () -> drift(again).contains("\"switch\":\"leaf-1-1\""));
            }
        }
    }

    private static void report(ControllerDaemon daemon) throws Exception {
        DeviceName node = DeviceName.of("node-1-1");
        IpAddress address = IpAddress.parse("10.64.0.5");
        Endpoint pod = new Endpoint(
                Optional.of("default/pod"), node, Endpoint.macOf(address), Optional.of(address), Optional.empty());
        AgentEvent attached = new AgentEvent.PodAttached(1, "c".repeat(64), "eth0", "pods", pod, 1_700_000_000_000L);
        daemon.loop()
                .submit(new Event.AgentReported(new AgentReport(node, true, 1, List.of(attached)), ""))
                .toCompletableFuture()
                .get(30, TimeUnit.SECONDS);
    }

    private ControllerDaemon start(BgpDriver first, BgpDriver second) throws Exception {
        Path scenario = Path.of(Objects.requireNonNull(ControllerDaemonIT.class.getResource("announced.yaml"))
                .toURI());
        Files.writeString(directory.resolve("leaf-1.key"), KEY + "\n");
        Path file = Files.writeString(directory.resolve("controller.yaml"), """
                        heddle: controller/1
                        name: ctl-1
                        fabric: {scenario: %s}
                        store: {directory: %s}
                        http: {listen: "127.0.0.1:0"}
                        bgp:
                          asn: %s
                          router-id: %s
                          switches:
                            - {switch: leaf-1-1, address: 127.9.1.1, port: %d, from: %s, asn: 65101, evpn: false, md5-key-file: leaf-1.key}
                            - {switch: leaf-2-1, address: 127.9.1.2, port: %d, from: %s, asn: 65102, evpn: false}
                        """.formatted(
                        scenario,
                        directory.resolve("store"),
                        CONTROLLER_AS,
                        CONTROLLER,
                        first.addresses().getFirst().getPort(),
                        CONTROLLER,
                        second.addresses().getFirst().getPort(),
                        CONTROLLER));
        return PlannedFile.of(scenario).start(file, log);
    }

    /** Stands for a leaf: waits for the controller, and keeps what it is told. */
    private static BgpDriver leaf(int number) throws Exception {
        IpAddress own = IpAddress.parse("127.9.1." + number);
        TransportConfig transport = TransportConfig.of(CONTROLLER).withLocalAddress(own);
        BgpSwitch up = BgpSwitch.of(UP, number == 1 ? transport.withPassword(KEY) : transport, CONTROLLER_AS)
                .waiting();
        return BgpDriver.start(
                new BgpSouthbound(
                        new Asn(65100 + number),
                        own,
                        TransportOptions.DEFAULT.listeningOn(new ListenAddress(own, 0)),
                        List.of(up)),
                new Random(number),
                fault -> {
                    throw new AssertionError(fault);
                });
    }

    private static List<String> routes(BgpDriver leaf) {
        return leaf.observe(UP).routes().keySet().stream().map(Object::toString).toList();
    }

    private String text() {
        return log.toString(StandardCharsets.UTF_8);
    }

    private static String drift(ControllerDaemon daemon) {
        try {
            return get(daemon, "/v1/drift");
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private static String get(ControllerDaemon daemon, String path) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(
                            HttpRequest.newBuilder(URI.create("http://127.0.0.1:"
                                            + daemon.address().orElseThrow().getPort() + path))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString())
                    .body();
        }
    }
}
