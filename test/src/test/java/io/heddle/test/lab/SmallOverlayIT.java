package io.heddle.test.lab;

import static org.assertj.core.api.Assertions.assertThat;

import io.heddle.lab.diff.Difference;
import io.heddle.lab.diff.EntryTable;
import io.heddle.lab.diff.Fidelity;
import io.heddle.lab.layout.Host;
import io.heddle.lab.linux.Command;
import io.heddle.lab.linux.LabException;
import io.heddle.lab.run.LabDirectory;
import io.heddle.lab.run.PingMatrix;
import io.heddle.model.fabric.DeviceName;
import io.heddle.topology.plan.Plan;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Two leafs, two spines, one VNI: rendered, run by FRR, equal to what is computed; and faults made behind FRR's back are seen. */
class SmallOverlayIT {

    private static final DeviceName LEAF = DeviceName.of("leaf-1-1");

    private static @Nullable LabBench bench;

    @BeforeAll
    static void build() throws LabException {
        LabBench.assumeThatLabsCanBeBuilt();
        Plan plan = LabScenarios.plan("single-leafs", "evpn-l2");
        bench = LabBench.up(plan.fabric(), plan.config(), plan.endpoints());
    }

    @AfterAll
    static void takeDown() throws LabException {
        if (bench != null) {
            bench.close();
        }
    }

    private static LabBench bench() {
        if (bench == null) {
            throw new IllegalStateException("the lab was not built");
        }
        return bench;
    }

    private static Fidelity settled() throws LabException {
        return bench().lab.settle(LabBench.PATIENCE);
    }

    private static Fidelity now() throws LabException {
        return Fidelity.of(
                bench().lab.plan().config(), bench().lab.computed(), bench().lab.held());
    }

    private static void onLeaf(String... words) throws LabException {
        String space = bench().lab.plan().layout().face(LEAF).space();
        String[] all = new String[words.length + 2];
        all[0] = words[0];
        all[1] = "-n";
        all[2] = space;
        System.arraycopy(words, 1, all, 3, words.length - 1);
        Command.of(all).output();
    }

    @Test
    void everySwitchHoldsWhatIsComputed() throws LabException {
        Fidelity fidelity = settled();

        assertThat(fidelity.differences()).isEmpty();
        // Eight MACs, two flood lists of one, two remote VTEPs, and the four loopbacks on each switch but for the other
        // spine.
        assertThat(fidelity.compared())
                .containsEntry(EntryTable.MAC, 8)
                .containsEntry(EntryTable.FLOOD, 2)
                .containsEntry(EntryTable.VTEP, 2)
                .containsEntry(EntryTable.ROUTE, 14);
    }

    @Test
    void everyHostReachesEveryOther() throws LabException {
        settled();

        PingMatrix pings = PingMatrix.of(bench().lab.plan().layout());

        assertThat(pings.asked()).isEqualTo(12);
        assertThat(pings.unanswered()).isEmpty();
    }

    @Test
    void aRouteThatIsGoneIsFound() throws LabException {
        settled();
        // zebra puts its routes back at once, so it is held.
        signal("STOP");
        try {
            onLeaf("ip", "route", "del", "100.120.0.17/32");

            assertThat(now().differences()).singleElement().satisfies(each -> {
                assertThat(each.device()).isEqualTo(LEAF);
                assertThat(each.key()).isEqualTo("default 100.120.0.17/32");
                assertThat(each.found()).isEqualTo("none");
            });
        } finally {
            signal("CONT");
        }
    }

    @Test
    void anEcmpLegThatIsGoneIsFound() throws LabException {
        settled();
        signal("STOP");
        String[] route = {"ip", "route", "replace", "100.120.0.17/32", "proto", "bgp", "metric", "20"};
        List<String> uplinks = uplinks();
        try {
            onLeaf(Stream.concat(Stream.of(route), leg(uplinks.getFirst())).toArray(String[]::new));

            assertThat(now().differences()).singleElement().satisfies(each -> assertThat(each.expected())
                    .contains("spine-1", "spine-2"));
        } finally {
            onLeaf(Stream.concat(
                            Stream.of(route),
                            uplinks.stream().flatMap(each -> Stream.concat(Stream.of("nexthop"), leg(each))))
                    .toArray(String[]::new));
            signal("CONT");
        }
    }

    @Test
    void aMacThatMovedBehindFrrsBackIsFound() throws LabException {
        settled();
        Host far = bench().lab.plan().layout().hosts().stream()
                .filter(each -> each.node().value().startsWith("node-2"))
                .findFirst()
                .orElseThrow();
        onLeaf("bridge", "fdb", "replace", far.mac().toString(), "dev", "vni10100", "dst", "100.122.0.1", "self");
        try {
            assertThat(now().differences())
                    .extracting(Difference::kind)
                    .containsOnly(EntryTable.MAC, EntryTable.VTEP)
                    .contains(EntryTable.MAC);
        } finally {
            onLeaf(
                    "bridge",
                    "fdb",
                    "replace",
                    far.mac().toString(),
                    "dev",
                    "vni10100",
                    "dst",
                    "100.120.0.17",
                    "self",
                    "extern_learn");
        }
    }

    private static Stream<String> leg(String uplink) {
        return Stream.of("via", "169.254.0.1", "dev", uplink, "onlink");
    }

    private static List<String> uplinks() {
        return bench().lab.plan().layout().face(LEAF).config().routedPorts().stream()
                .map(each -> each.port().value())
                .toList();
    }

    private static void signal(String signal) throws LabException {
        Path pid = LabDirectory.of(bench().lab.plan().layout().lab()).path().resolve(LEAF + "/zebra.pid");
        try {
            Command.of("kill", "-" + signal, Files.readString(pid).strip()).output();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
