package io.heddle.test.openflow;

import static org.assertj.core.api.Assertions.assertThat;

import io.heddle.controller.onos.pipeline.FabricWiring;
import io.heddle.model.fabric.Port;
import io.heddle.test.fabrics.PlannedFile;
import io.heddle.topology.plan.Plan;
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

    private @Nullable OvsBed bed;

    @BeforeEach
    void build() throws Exception {
        bed = OvsBed.create();
    }

    @AfterEach
    void takeDown() throws Exception {
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
        Space first = TwoNodes.first(plan).podOn(here, leaf, "a");
        TwoNodes.second(plan).podOn(here, leaf, "b");
        for (PlannedNode each : List.of(TwoNodes.first(plan), TwoNodes.second(plan))) {
            Port port = each.port();
            String name = port.name().value();
            ovs.vsctl("add-port", "br0", name, "--", "set", "interface", name, "ofport_request=" + port.number());
        }
        String far = TwoNodes.second(plan).pod(0).toString();

        ToldDaemon begun = start(told);
        try (ToldDaemon daemon = begun) {
            assertThat(daemon.drift()).contains("\"switch\":\"leaf-1-1\",\"what\":\"session\"");
            ovs.controller("br0", socket);
            daemon.settled();
            OvsBed.until("the switch is shown as up", () -> daemon.get("/v1/switches/leaf-1-1")
                    .contains("\"told\":true,\"evpn\":false,\"up\":true"));
            assertThat(flows(ovs)).doesNotContain(far);

            daemon.report(TwoNodes.first(plan).attached());
            daemon.report(TwoNodes.second(plan).attached());
            reached(daemon, first, far, ovs);
            daemon.settled();

            // A switch that lost its connection meanwhile is mended when it comes again, without a word: hence again
            // and again.
            OvsBed.until("what somebody deleted is put right and told of", () -> {
                ovs.ofctl("del-flows", "br0", "table=3");
                OvsBed.until(
                        "what somebody deleted is there again", () -> flows(ovs).contains(far));
                return daemon.log().contains("differed and were put right");
            });
            reached(daemon, first, far, ovs);

            daemon.report(TwoNodes.second(plan).detached(2, 0));
            OvsBed.until("the route is gone", () -> !flows(ovs).contains(far));
            assertThat(first.reaches(far)).isFalse();
            assertThat(flows(ovs)).contains(TwoNodes.first(plan).pod(0).toString());
            daemon.settled();

            daemon.report(TwoNodes.second(plan).attached(3, 0));
            reached(daemon, first, far, ovs);
        }
        assertThat(begun.log()).contains("\"event\":\"stopped\"");
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
        Space first = TwoNodes.first(plan).podOn(here, leaf, "a");
        TwoNodes.second(plan).podOn(here, leaf, "b");
        String far = TwoNodes.second(plan).pod(0).toString();

        try (ToldDaemon daemon = start(told)) {
            daemon.report(TwoNodes.first(plan).attached());
            daemon.report(TwoNodes.second(plan).attached());
            reached(daemon, first, far, ovs);

            ovs.vsctl("del-br", "br0");
            OvsBed.until("it is told of", () -> daemon.log().contains("bridge br0 is missing"));
            reached(daemon, first, far, ovs);

            // The nodes here do not speak LACP, which their bonds should.
            OvsBed.until("only that is left", () -> {
                String drift = daemon.drift();
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

    private static ToldDaemon start(Told told) throws Exception {
        return ToldDaemon.start(told.planned(), told.file());
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

    private static void reached(ToldDaemon daemon, Space from, String to, Ovs ovs) throws Exception {
        try {
            OvsBed.until("pods reach each other", () -> from.reaches(to));
        } catch (AssertionError e) {
            throw new AssertionError(
                    ovs.ofctl("dump-flows", "br0") + ovs.ofctl("dump-groups", "br0") + daemon.log(), e);
        }
    }

    private static String flows(Ovs ovs) throws Exception {
        return ovs.ofctl("dump-flows", "br0", "table=3");
    }
}
