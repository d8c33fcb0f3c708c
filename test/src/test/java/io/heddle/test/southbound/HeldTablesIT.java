package io.heddle.test.southbound;

import static org.assertj.core.api.Assertions.assertThat;

import io.heddle.lab.linux.Batch;
import io.heddle.model.net.IpFamily;
import io.heddle.model.tables.EntryKind;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What FRR's switches really hold: counted for admission, compared with what they were told, and put right. */
class HeldTablesIT {

    private static final String NODE = "node-1-1";
    private static final String OTHER = "node-2-1";
    private static final String POD = "10.64.0.1";

    private static @Nullable FrrFabric started;
    private static @Nullable RunningDaemon running;

    @TempDir
    private static Path directory;

    private FrrFabric fabric;
    private RunningDaemon daemon;

    @BeforeAll
    static void build() throws Exception {
        FrrFabric fabric = FrrFabric.start(1, 2);
        started = fabric;
        fabric.untilItStands();
        Batch.ip(fabric.space("l1"), List.of("addr add 10.10.255.254/16 dev n0"));
        RunningDaemon daemon = new RunningDaemon(fabric, directory, "held.yaml", """
            store: {directory: %s}
            http: {listen: "127.0.0.1:0"}
            bgp:
              asn: 64999
              router-id: 172.31.0.254
              switches:
                - {switch: leaf-1-1, address: 172.31.0.1, from: 172.31.0.254, asn: 65101}
                - {switch: leaf-2-1, address: 172.31.0.2, from: 172.31.0.254, asn: 65102}
            agents: {silent-seconds: 4}
            limits: {aggregate: true}
            tables:
              every-seconds: 1
              stale-seconds: 3
              switches:
                - {switch: leaf-1-1, kernel: [ip, netns, exec, %s]}
                - {switch: leaf-2-1, frr: [vtysh, --vty_socket, %s]}
            """.formatted(
                        directory.resolve("store"), fabric.space("l1"), fabric.directory("l2")));
        running = daemon;
        daemon.until(
                "both leafs have sessions and were read",
                () -> daemon.log().contains("\"switch\":\"leaf-1-1\"")
                        && daemon.log().contains("\"switch\":\"leaf-2-1\"")
                        && daemon.get("/v1/tables").split("\"source\"", -1).length == 3);
        Batch.ip(fabric.space("n1"), List.of("addr add " + address(daemon, NODE) + " dev eth0"));
        Batch.ip(fabric.space("l2"), List.of("addr add 10.10.255.253/16 dev n0"));
        Batch.ip(fabric.space("n2"), List.of("addr add " + address(daemon, OTHER) + " dev eth0"));
    }

    /** The node's address that its leaf reaches it by. */
    private static String address(RunningDaemon daemon, String node) {
        return daemon.place(node).uplinks().getFirst().nextHop(IpFamily.IPV4).orElseThrow() + "/16";
    }

    @AfterAll
    static void remove() throws Exception {
        if (running != null) {
            running.close();
        }
        if (started != null) {
            started.close();
        }
    }

    @BeforeEach
    void begin() {
        fabric = Objects.requireNonNull(started);
        daemon = Objects.requireNonNull(running);
    }

    /** Each test begins with two pods that are there. */
    private void twoPods() throws Exception {
        daemon.report(NODE, pods(2));
        daemon.until("the far leaf has them", () -> !fabric.routes("l2", POD).isEmpty());
        untilNothingDiffers();
    }

    private void untilNothingDiffers() throws Exception {
        daemon.until("nothing differs", () -> daemon.get("/v1/drift").contains("\"items\":[]"));
    }

    private static List<String> pods(int count) {
        List<String> pods = new ArrayList<>();
        for (int i = 1; i <= count; i++) {
            pods.add("10.64.0." + i);
        }
        return pods;
    }

    @Test
    void aRouteThatFrrDoesNotKnowItLostIsToldAgain() throws Exception {
        twoPods();

        // In BGP's own name, so that FRR takes it for its own and never looks again.
        Batch.ip(fabric.space("l1"), List.of("route replace blackhole " + POD + "/32 proto bgp metric 20"));
        daemon.until("it is mended", () -> daemon.log().contains("\"event\":\"mended\""));

        daemon.until("it is there", () -> fabric.routes("l1", POD).contains("via 10.10."));
        untilNothingDiffers();
        daemon.until(
                "the far leaf has it again", () -> !fabric.routes("l2", POD).isEmpty());
    }

    @Test
    void aRouteThatSomebodyElseTakesIsSaidAndTheirsIsLeftAlone() throws Exception {
        twoPods();

        Batch.ip(fabric.space("l1"), List.of("route add " + POD + "/32 via 10.1.1.2 proto static metric 5"));
        daemon.until("that is said", () -> daemon.get("/v1/drift").contains("from static by way of [10.1.1.2]"));

        assertThat(fabric.routes("l1", POD)).contains("via 10.1.1.2");
        Batch.ip(fabric.space("l1"), List.of("route del " + POD + "/32 proto static metric 5"));
        untilNothingDiffers();
    }

    @Test
    void whatALeafHoldsOfOthersIsCountedAndAPodThatDoesNotFitIsRefused() throws Exception {
        twoPods();
        List<String> others = new ArrayList<>();
        for (int i = 1; i <= 25; i++) {
            others.add("route add 10.200." + i + ".0/24 via 10.1.1.2");
        }

        Batch.ip(fabric.space("l1"), others);
        daemon.until("they are counted", () -> daemon.daemon().loop().state().switches().values().stream()
                .flatMap(each -> each.use().stream())
                .anyMatch(each -> each.foreign().of(EntryKind.ROUTE_V4) >= others.size()));
        daemon.report(NODE, pods(3));

        daemon.until("the third is refused", () -> daemon.log().contains("leaf-1-1 cannot hold it"));
        assertThat(daemon.log()).contains("ipv4_route").contains("of 30");
        assertThat(fabric.routes("l1", "10.64.0.3")).isEmpty();
        daemon.until("the others stay", () -> fabric.routes("l1", POD).contains("via 10.10."));

        Batch.ip(
                fabric.space("l1"),
                others.stream().map(each -> each.replace("add", "del")).toList());
        daemon.until(
                "there is room again", () -> !fabric.routes("l1", "10.64.0.3").isEmpty());
    }

    @Test
    void aSilentAgentLosesNothingWhileItsNodeAnswersAndAllWhenItDoesNot() throws Exception {
        twoPods();

        daemon.until("it is silent", () -> {
            daemon.report(OTHER, List.of());
            return daemon.log().contains("its pods stay");
        });
        daemon.until("its pod is there", () -> !fabric.routes("l1", POD).isEmpty());

        // Its link stays up, so nobody but the controller can take its routes away.
        Batch.ip(fabric.space("n1"), List.of("addr del " + address(daemon, NODE) + " dev eth0"));
        daemon.until("its routes are gone", () -> {
            daemon.report(OTHER, List.of());
            return fabric.routes("l1", POD).isEmpty()
                    && fabric.routes("l2", POD).isEmpty();
        });
        assertThat(daemon.log()).contains("its routes go");

        Batch.ip(fabric.space("n1"), List.of("addr add " + address(daemon, NODE) + " dev eth0"));
        twoPods();
    }

    @Test
    void podsThatNoTableHasRoomForAreAnnouncedAsTheirBlock() throws Exception {
        List<String> pods = new ArrayList<>();
        for (int i = 65; i <= 104; i++) {
            pods.add("10.64.0." + i);
        }
        Batch.ip(fabric.space("n2"), List.of("addr add 10.64.0.100/32 dev lo"));

        daemon.report(OTHER, pods);

        daemon.until(
                "both leafs have the block and no pod of it",
                () -> fabric.routes("l2", "10.64.0.64/26").contains("10.64.0.64/26 via 10.10.")
                        && fabric.routes("l1", "10.64.0.64/26").startsWith("10.64.0.64/26")
                        && fabric.routes("l1", "10.64.0.100").isEmpty());
        assertThat(daemon.log())
                .contains("its blocks are announced in place of its pods")
                .contains("of 30");
        daemon.until("a pod of it is reached", () -> fabric.pings("n1", "10.64.0.100"));
    }
}
