package io.heddle.test.openflow;

import static org.assertj.core.api.Assertions.assertThat;

import io.heddle.controller.daemon.ControllerDaemon;
import io.heddle.controller.onos.pipeline.FabricWiring;
import io.heddle.json.agent.AgentJson;
import io.heddle.model.agent.AgentReport;
import io.heddle.model.fabric.DeviceName;
import io.heddle.model.fabric.Port;
import io.heddle.test.fabrics.PlannedFile;
import io.heddle.topology.plan.Plan;
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
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The whole daemon and a real switch: what agents report makes the switch forward, and what they report gone it forgets. */
class ToldByDaemonIT {

    private static final String DATAPATH = "000000000000a001";

    private final ByteArrayOutputStream log = new ByteArrayOutputStream();

    private final HttpClient http = HttpClient.newHttpClient();

    private @Nullable OvsBed bed;

    @BeforeEach
    void build() throws Exception {
        bed = OvsBed.create();
    }

    @AfterEach
    void takeDown() throws Exception {
        http.close();
        if (bed != null) {
            bed.close();
        }
    }

    @Test
    void podsThatAgentsReportReachEachOtherUntilTheyAreReportedGone() throws Exception {
        OvsBed here = Objects.requireNonNull(bed);
        Path socket = here.directory().resolve("of.sock");
        Told told = told(here, socket, "");
        Plan plan = told.plan();

        Space leaf = here.space("s");
        Ovs ovs = here.ovs(leaf);
        ovs.bridge(
                "br0",
                Long.parseLong(DATAPATH, 16),
                FabricWiring.routerMac(TwoNodes.LEAF).toString());
        Space first = TwoNodes.pod(here, plan, leaf, TwoNodes.FIRST, "a");
        TwoNodes.pod(here, plan, leaf, TwoNodes.SECOND, "b");
        for (DeviceName each : List.of(TwoNodes.FIRST, TwoNodes.SECOND)) {
            Port port = TwoNodes.port(plan, each);
            String name = port.name().value();
            ovs.vsctl("add-port", "br0", name, "--", "set", "interface", name, "ofport_request=" + port.number());
        }
        String far = TwoNodes.podOf(plan, TwoNodes.SECOND).toString();

        try (ControllerDaemon daemon = start(told)) {
            assertThat(get(daemon, "/v1/drift")).contains("\"switch\":\"leaf-1-1\",\"what\":\"session\"");
            ovs.controller("br0", socket);
            settled(daemon);
            OvsBed.until("the switch is shown as up", () -> get(daemon, "/v1/switches/leaf-1-1")
                    .contains("\"told\":true,\"evpn\":false,\"up\":true"));
            assertThat(flows(ovs)).doesNotContain(far);

            report(daemon, TwoNodes.attached(plan, TwoNodes.FIRST));
            report(daemon, TwoNodes.attached(plan, TwoNodes.SECOND));
            reached(first, far, ovs);
            settled(daemon);

            ovs.ofctl("del-flows", "br0", "table=3");
            OvsBed.until(
                    "what somebody deleted is there again", () -> flows(ovs).contains(far));
            OvsBed.until("it is told of", () -> text().contains("differed and were put right"));
            reached(first, far, ovs);

            report(daemon, TwoNodes.detached(plan, TwoNodes.SECOND));
            OvsBed.until("the route is gone", () -> !flows(ovs).contains(far));
            assertThat(first.reaches(far)).isFalse();
            assertThat(flows(ovs)).contains(TwoNodes.podOf(plan, TwoNodes.FIRST).toString());
            settled(daemon);

            report(daemon, TwoNodes.attachedAgain(plan, TwoNodes.SECOND));
            reached(first, far, ovs);
        }
        assertThat(text()).contains("\"event\":\"stopped\"");
        assertThat(socket).doesNotExist();
        OvsBed.until("pods reach each other without a controller", () -> first.reaches(far));
    }

    @Test
    void aSwitchWithADatabaseHasItsBridgeAndPortsFromTheDaemon() throws Exception {
        OvsBed here = Objects.requireNonNull(bed);
        Path socket = here.directory().resolve("of.sock");
        Space leaf = here.space("s");
        Ovs ovs = here.ovs(leaf);
        Path controller = Files.createSymbolicLink(ovs.directory().resolve("br0.controller"), socket);
        Told told = told(
                here,
                socket,
                ", ovsdb: \"unix:%s\", controller: \"unix:%s\""
                        .formatted(ovs.directory().resolve("db.sock"), controller));
        Plan plan = told.plan();
        Space first = TwoNodes.pod(here, plan, leaf, TwoNodes.FIRST, "a");
        TwoNodes.pod(here, plan, leaf, TwoNodes.SECOND, "b");
        String far = TwoNodes.podOf(plan, TwoNodes.SECOND).toString();

        try (ControllerDaemon daemon = start(told)) {
            report(daemon, TwoNodes.attached(plan, TwoNodes.FIRST));
            report(daemon, TwoNodes.attached(plan, TwoNodes.SECOND));
            reached(first, far, ovs);

            ovs.vsctl("del-br", "br0");
            OvsBed.until("it is told of", () -> text().contains("bridge br0 is missing"));
            reached(first, far, ovs);

            // The nodes here do not speak LACP, which their bonds should.
            OvsBed.until("only that is left", () -> {
                String drift = get(daemon, "/v1/drift");
                return drift.contains("has no LACP partner")
                        && !drift.contains("as planned")
                        && !drift.contains("session");
            });
        }
        OvsBed.until("pods reach each other without a controller", () -> first.reaches(far));
    }

    /** What a daemon is started with. */
    private record Told(Path file, PlannedFile planned) {

        Plan plan() {
            return planned.plan();
        }
    }

    private ControllerDaemon start(Told told) throws Exception {
        return told.planned().start(told.file(), log);
    }

    /**
     * Two nodes and a switch.
     *
     * @param more further settings of the switch
     */
    private static Told told(OvsBed here, Path socket, String more) throws Exception {
        PlannedFile planned = PlannedFile.beside(ToldByDaemonIT.class, "two-nodes.yaml");
        return new Told(file(here, planned.scenario(), socket, more), planned);
    }

    private static Path file(OvsBed here, Path scenario, Path socket, String more) throws Exception {
        return Files.writeString(here.directory().resolve("controller.yaml"), """
                heddle: controller/1
                name: ctl-1
                fabric: {scenario: %s}
                store: {directory: store}
                http: {listen: "127.0.0.1:0"}
                openflow:
                  listen: "unix:%s"
                  every-seconds: 1
                  switches:
                    - {switch: %s, datapath-id: "%s"%s}
                """.formatted(
                        scenario, socket, TwoNodes.LEAF, DATAPATH, more));
    }

    private void reached(Space from, String to, Ovs ovs) throws Exception {
        try {
            OvsBed.until("pods reach each other", () -> from.reaches(to));
        } catch (AssertionError e) {
            throw new AssertionError(ovs.ofctl("dump-flows", "br0") + ovs.ofctl("dump-groups", "br0") + text(), e);
        }
    }

    private static String flows(Ovs ovs) throws Exception {
        return ovs.ofctl("dump-flows", "br0", "table=3");
    }

    private void settled(ControllerDaemon daemon) throws Exception {
        String[] seen = {""};
        try {
            OvsBed.until("the switch is told all", () -> {
                seen[0] = get(daemon, "/v1/drift");
                return seen[0].contains("\"items\":[]");
            });
        } catch (AssertionError e) {
            throw new AssertionError(seen[0], e);
        }
    }

    private void report(ControllerDaemon daemon, AgentReport report) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(uri(daemon, "/v1/agents/" + report.node() + "/report"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(
                        AgentJson.write(report).toString()))
                .build();
        // As an agent does: a controller that is too busy to keep a report in time says 503 and is told again.
        int[] answer = {0};
        try {
            OvsBed.until("a report is taken", () -> {
                answer[0] = send(request).statusCode();
                return answer[0] != 503;
            });
        } catch (AssertionError e) {
            throw new AssertionError(text(), e);
        }
        assertThat(answer[0]).isEqualTo(200);
    }

    private String get(ControllerDaemon daemon, String path) throws Exception {
        return send(HttpRequest.newBuilder(uri(daemon, path)).build()).body();
    }

    private static URI uri(ControllerDaemon daemon, String path) {
        return URI.create("http://127.0.0.1:" + daemon.address().orElseThrow().getPort() + path);
    }

    private HttpResponse<String> send(HttpRequest request) throws Exception {
        return http.send(request, HttpResponse.BodyHandlers.ofString());
    }

    private String text() {
        return log.toString(StandardCharsets.UTF_8);
    }
}
