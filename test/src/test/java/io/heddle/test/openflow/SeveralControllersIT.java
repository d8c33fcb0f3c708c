package io.heddle.test.openflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.heddle.json.agent.AgentJson;
import io.heddle.model.agent.AgentReport;
import io.heddle.test.controller.EtcdCluster;
import io.heddle.test.fabrics.PlannedFile;
import io.heddle.test.northbound.HeddleProcess;
import io.heddle.topology.plan.Plan;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Two controllers over etcd, one real switch that both are connected to and that is set up by its database. The one that leads is killed: no
 * packet between pods is lost, and the other goes on where it was.
 */
class SeveralControllersIT {

    private static final int FIRST_PORT = 6653;

    private @Nullable OvsBed bed;

    @AfterEach
    void takeDown() throws Exception {
        if (bed != null) {
            bed.close();
        }
    }

    @Test
    void theOtherControllerBecomesMasterAndNoPacketIsLost() throws Exception {
        assumeTrue(Files.isExecutable(EtcdCluster.BINARY), "etcd is not installed");
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/curl")), "curl is not installed");
        OvsBed here = OvsBed.create();
        bed = here;
        PlannedFile planned = PlannedFile.beside(SeveralControllersIT.class, "two-nodes.yaml");
        Plan plan = planned.plan();
        Space leaf = here.space("s");
        Ovs ovs = here.ovs(leaf);
        Space near = TwoNodes.first(plan).podOn(here, leaf, "a");
        TwoNodes.second(plan).podOn(here, leaf, "b");
        String far = TwoNodes.second(plan).pod(0).toString();

        EtcdCluster etcd = EtcdCluster.in(
                leaf.name(), Files.createDirectory(here.directory().resolve("etcd")));
        here.closing(etcd::close);
        List<HeddleProcess> controllers = new ArrayList<>();
        for (int number = 1; number <= 2; number++) {
            controllers.add(controller(here, ovs, planned, etcd, number));
        }
        try {
            for (HeddleProcess each : controllers) {
                each.until("a controller serves", () -> each.err().contains("\"event\":\"started\""));
            }
            report(leaf, controllers, TwoNodes.first(plan).attached());
            report(leaf, controllers, TwoNodes.second(plan).attached());
            OvsBed.until("pods reach each other", () -> near.reaches(far));
            OvsBed.until("one is master, the other slave", () -> roles(ovs).equals(List.of("master", "slave")));
            HeddleProcess master = controllers.stream()
                    .filter(SeveralControllersIT::isMaster)
                    .findFirst()
                    .orElseThrow();
            HeddleProcess slave = controllers.get(1 - controllers.indexOf(master));
            assertThat(isMaster(slave)).isFalse();

            try (Pinging pinging = Pinging.start(here, near, far)) {
                pinging.awaitAnswers(20);
                master.close();
                OvsBed.until("the other is master", () -> isMaster(slave));
                pinging.awaitAnswers(100);
                assertThat(pinging.lost()).isZero();
            }
            assertThat(slave.err()).as("it found nothing to put right").doesNotContain("\"event\":\"drift\"");

            // On a busy machine the lead may change meanwhile; a new leader mends without a word: hence again and
            // again.
            OvsBed.until("what somebody deleted is put right and told of", () -> {
                ovs.ofctl("del-flows", "br0", "table=3");
                OvsBed.until(
                        "what somebody deleted is there again", () -> flows(ovs).contains(far));
                return slave.err().contains("differed and were put right");
            });
            OvsBed.until("a port somebody removed is told of", () -> {
                Optional<String> port = ovs.vsctl("list-ports", "br0").lines().findFirst();
                if (port.isPresent()) {
                    ovs.vsctl("--if-exists", "del-port", "br0", port.get());
                }
                return slave.err().contains("is missing");
            });
            OvsBed.until("pods reach each other again", () -> near.reaches(far));

            // A new leader believes whole reports first; this one has no pod any more.
            report(leaf, List.of(slave), new AgentReport(TwoNodes.second(plan).name(), true, 2, List.of()));
            OvsBed.until("the route is gone", () -> !flows(ovs).contains(far));
        } catch (Exception | AssertionError e) {
            throw new AssertionError(
                    e.getMessage() + "\n"
                            + controllers.stream().map(HeddleProcess::err).toList() + ovs.ofctl("dump-flows", "br0"),
                    e);
        }
    }

    private static HeddleProcess controller(OvsBed here, Ovs ovs, PlannedFile planned, EtcdCluster etcd, int number)
            throws Exception {
        Path own = Files.createDirectory(here.directory().resolve("ctl-" + number));
        Files.writeString(own.resolve("controller.yaml"), """
                heddle: controller/1
                name: ctl-%d
                fabric: {scenario: %s}
                store: {etcd: {endpoints: ["%s"], lease-seconds: 2}}
                http: {listen: "127.0.0.1:0"}
                openflow:
                  listen: "127.0.0.1:%d"
                  every-seconds: 1
                  switches:
                    - switch: %s
                      datapath-id: "000000000000a001"
                      ovsdb: "unix:%s"
                      controllers: ["tcp:127.0.0.1:%d", "tcp:127.0.0.1:%d"]
                """.formatted(
                        number,
                        planned.scenario(),
                        etcd.endpoints().getFirst(),
                        FIRST_PORT + number,
                        TwoNodes.LEAF,
                        ovs.directory().resolve("db.sock"),
                        FIRST_PORT + 1,
                        FIRST_PORT + 2));
        HeddleProcess started = HeddleProcess.controllerIn(ovs.space().name(), own, "controller.yaml");
        here.closing(started::close);
        return started;
    }

    private static boolean isMaster(HeddleProcess controller) {
        String log = controller.err();
        return log.lastIndexOf("\"role\":\"master\"") > log.lastIndexOf("\"role\":\"slave\"");
    }

    /** As the switch says. */
    private static List<String> roles(Ovs ovs) throws Exception {
        return ovs.vsctl("--bare", "--columns=role", "find", "controller", "is_connected=true")
                .lines()
                .filter(each -> !each.isBlank())
                .sorted()
                .toList();
    }

    private static String flows(Ovs ovs) throws Exception {
        return ovs.ofctl("dump-flows", "br0", "table=3");
    }

    /** As an agent does: one after the other is told, again and again, until one keeps it. */
    private static void report(Space leaf, List<HeddleProcess> controllers, AgentReport report) throws Exception {
        OvsBed.until("a report is taken", () -> {
            for (HeddleProcess each : controllers) {
                String code = leaf.run(
                        "curl",
                        "-s",
                        "-o",
                        "/dev/null",
                        "-w",
                        "%{http_code}",
                        "-H",
                        "Content-Type: application/json",
                        "-d",
                        AgentJson.write(report).toString(),
                        "http://" + each.listens() + "/v1/agents/" + report.node() + "/report");
                if (code.contains("200")) {
                    return true;
                }
            }
            return false;
        });
    }
}
