package io.heddle.test.openflow;

import static org.assertj.core.api.Assertions.assertThat;

import io.heddle.controller.daemon.ControllerDaemon;
import io.heddle.controller.onos.pipeline.FabricWiring;
import io.heddle.json.agent.AgentJson;
import io.heddle.model.agent.AgentEvent;
import io.heddle.model.agent.AgentReport;
import io.heddle.model.config.NodeProgram;
import io.heddle.model.config.RoutedPort.InterfaceAddress;
import io.heddle.model.config.VlanConfig;
import io.heddle.model.endpoint.Endpoint;
import io.heddle.model.fabric.DeviceName;
import io.heddle.model.fabric.Link;
import io.heddle.model.fabric.Port;
import io.heddle.model.fabric.PortRef;
import io.heddle.model.fabric.Switch;
import io.heddle.model.net.IpAddress;
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
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The whole daemon and a real switch: what agents report makes the switch forward, and what they report gone it forgets. */
class ToldByDaemonIT {

    private static final DeviceName LEAF = DeviceName.of("leaf-1-1");
    private static final DeviceName FIRST = DeviceName.of("node-1-1");
    private static final DeviceName SECOND = DeviceName.of("node-1-2");
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
                FabricWiring.routerMac(LEAF).toString());
        Space first = pod(here, plan, leaf, FIRST, "a");
        pod(here, plan, leaf, SECOND, "b");
        for (DeviceName each : List.of(FIRST, SECOND)) {
            Port port = port(plan, each);
            String name = port.name().value();
            ovs.vsctl("add-port", "br0", name, "--", "set", "interface", name, "ofport_request=" + port.number());
        }
        String far = podOf(plan, SECOND).toString();

        try (ControllerDaemon daemon = start(told)) {
            assertThat(get(daemon, "/v1/drift")).contains("\"switch\":\"leaf-1-1\",\"what\":\"session\"");
            ovs.controller("br0", socket);
            settled(daemon);
            OvsBed.until("the switch is shown as up", () -> get(daemon, "/v1/switches/leaf-1-1")
                    .contains("\"told\":true,\"evpn\":false,\"up\":true"));
            assertThat(flows(ovs)).doesNotContain(far);

            report(daemon, attached(plan, FIRST));
            report(daemon, attached(plan, SECOND));
            reached(first, far, ovs);
            settled(daemon);

            ovs.ofctl("del-flows", "br0", "table=3");
            OvsBed.until(
                    "what somebody deleted is there again", () -> flows(ovs).contains(far));
            OvsBed.until("it is told of", () -> text().contains("differed and were put right"));
            reached(first, far, ovs);

            report(daemon, detached(plan, SECOND));
            OvsBed.until("the route is gone", () -> !flows(ovs).contains(far));
            assertThat(first.reaches(far)).isFalse();
            assertThat(flows(ovs)).contains(podOf(plan, FIRST).toString());
            settled(daemon);

            report(daemon, attachedAgain(plan, SECOND));
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
        Space first = pod(here, plan, leaf, FIRST, "a");
        pod(here, plan, leaf, SECOND, "b");
        String far = podOf(plan, SECOND).toString();

        try (ControllerDaemon daemon = start(told)) {
            report(daemon, attached(plan, FIRST));
            report(daemon, attached(plan, SECOND));
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
        return Files.writeString(
                here.directory().resolve("controller.yaml"), """
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
                """.formatted(scenario, socket, LEAF, DATAPATH, more));
    }

    private static IpAddress podOf(Plan plan, DeviceName node) {
        NodeProgram program = plan.config().findNode(node).orElseThrow();
        return program.blocks().getFirst().address().plus(5);
    }

    /** A node as the plan has it, on its port of the switch, and behind it a pod. */
    private static Space pod(OvsBed here, Plan plan, Space leaf, DeviceName name, String letter) throws Exception {
        Space node = here.space(letter);
        Space pod = here.space(letter + "p");
        here.link(leaf, port(plan, name).name().value(), node, "eth0");
        NodeProgram.NetworkInterface card =
                plan.config().findNode(name).orElseThrow().interfaces().getFirst();
        InterfaceAddress address = card.addresses().getFirst();
        here.link(node, "pod", pod, "eth0");
        node.ip(
                "link set dev eth0 address " + card.mac(),
                "addr add " + address.address() + "/" + address.length() + " dev eth0",
                "route add 10.64.0.0/16 via " + gateway(plan),
                "addr add 169.254.1.1/32 dev pod",
                "route add " + podOf(plan, name) + " dev pod");
        node.run("sysctl", "-qw", "net.ipv4.ip_forward=1");
        pod.ip("addr add " + podOf(plan, name) + "/32 dev eth0", "route add default via 169.254.1.1 dev eth0 onlink");
        return pod;
    }

    private static Port port(Plan plan, DeviceName node) {
        Switch leaf = plan.fabric().findSwitch(LEAF).orElseThrow();
        for (Port each : leaf.ports()) {
            PortRef here = new PortRef(LEAF, each.name());
            Optional<Link> link = plan.fabric().linkAt(here);
            if (link.isPresent() && link.get().otherEnd(here).device().equals(node)) {
                return each;
            }
        }
        throw new AssertionError(node + " is not on " + LEAF);
    }

    private static IpAddress gateway(Plan plan) {
        VlanConfig.Svi svi = plan.config().findSwitch(LEAF).orElseThrow().vlans().stream()
                .flatMap(each -> each.svi().stream())
                .findFirst()
                .orElseThrow();
        return Stream.concat(svi.anycastGateway().stream(), svi.own().stream())
                .findFirst()
                .orElseThrow()
                .address();
    }

    private static AgentReport attached(Plan plan, DeviceName node) {
        return new AgentReport(node, true, 1, List.of(attachment(plan, node, 1)));
    }

    private static AgentReport attachedAgain(Plan plan, DeviceName node) {
        return new AgentReport(node, false, 3, List.of(attachment(plan, node, 3)));
    }

    private static AgentEvent attachment(Plan plan, DeviceName node, int number) {
        IpAddress address = podOf(plan, node);
        Endpoint pod = new Endpoint(
                Optional.of("default/pod"), node, Endpoint.macOf(address), Optional.of(address), Optional.empty());
        return new AgentEvent.PodAttached(number, "c".repeat(64), "eth0", "pods", pod, 1_700_000_000_000L);
    }

    private static AgentReport detached(Plan plan, DeviceName node) {
        return new AgentReport(
                node,
                false,
                2,
                List.of(new AgentEvent.PodDetached(
                        2, "c".repeat(64), "eth0", List.of(podOf(plan, node)), 1_700_000_001_000L)));
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
