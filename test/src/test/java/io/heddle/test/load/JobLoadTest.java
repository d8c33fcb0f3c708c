package io.heddle.test.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.heddle.model.fabric.DeviceName;
import io.heddle.model.fabric.Fabric;
import io.heddle.model.fabric.Link;
import io.heddle.model.fabric.Outage;
import io.heddle.model.fabric.ProfileRef;
import io.heddle.model.net.Bandwidth;
import io.heddle.simulator.load.Job;
import io.heddle.simulator.load.JobLoad;
import io.heddle.simulator.load.Pattern;
import io.heddle.simulator.load.Tier;
import io.heddle.simulator.walk.FlowHash;
import io.heddle.test.fabrics.GeneratedFabrics;
import io.heddle.topology.generate.FabricGenerator;
import io.heddle.topology.generate.PortLists;
import io.heddle.topology.spec.GeneratorSpec;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class JobLoadTest {

    private static final ProfileRef ANY = new ProfileRef("unlimited", "linux", "default");
    private static final long SIZE = 1L << 30;

    /** Two units of four nodes, four rails of 400 Gbit/s, two spines: nothing is oversubscribed. */
    private static final Fabric RAILS = rails();

    private static final int RANKS = 32;
    private static final int GPUS = 4;
    private static final double NIC_BYTES_PER_SECOND = 400e9 / 8;
    private static final Offset<Double> CLOSE = within(1e-12);

    private static Fabric rails() {
        return new FabricGenerator(PortLists.UNKNOWN)
                .generate(new GeneratorSpec.RailOptimised(
                        "rails", 2, 4, GPUS, Bandwidth.gigabits(400), ANY, 2, ANY, 0, Optional.empty()))
                .orThrow();
    }

    private static Job job(Pattern pattern, int servers, int flows, FlowHash hash) {
        return new Job(pattern, RANKS, SIZE, servers, flows, hash);
    }

    private static JobLoad load(Pattern pattern) {
        return JobLoad.of(RAILS, job(pattern, 8, 1, FlowHash.FIVE_TUPLE), Outage.NONE);
    }

    @Test
    void aRingLeavesANodeOnceAndTakesItsNicTwoBuffersLess() {
        assertThat(load(Pattern.RING).even()).isEqualTo(2 * (RANKS - 1.0) / RANKS * SIZE / NIC_BYTES_PER_SECOND, CLOSE);
        assertThat(load(Pattern.RING).busBandwidth(load(Pattern.RING).even())).isEqualTo(400e9, within(1.0));
    }

    @Test
    void hierarchicalUsesEveryRail() {
        int nodes = RANKS / GPUS;
        assertThat(load(Pattern.HIERARCHICAL).even())
                .isEqualTo(2 * (nodes - 1.0) / nodes * SIZE / GPUS / NIC_BYTES_PER_SECOND, CLOSE);
    }

    @Test
    void allToAllIsBoundByTheNic() {
        assertThat(load(Pattern.ALL_TO_ALL).even())
                .isEqualTo((double) SIZE * (RANKS - GPUS) / (RANKS * NIC_BYTES_PER_SECOND), CLOSE);
    }

    @Test
    void parameterServersAreBoundByTheWorkersThatAreElsewhere() {
        // 8 servers on the first two nodes; each takes SIZE / 8 from the 24 workers on the other six.
        assertThat(load(Pattern.PARAMETER_SERVER_PUSH).even())
                .isEqualTo(24 * (SIZE / 8.0) / NIC_BYTES_PER_SECOND, CLOSE);
        assertThat(load(Pattern.PARAMETER_SERVER_PULL).even())
                .isEqualTo(load(Pattern.PARAMETER_SERVER_PUSH).even(), CLOSE);
    }

    @Test
    void trafficWithinARailStaysOnItsLeafUntilTheUnitEnds() {
        // Of a rail's eight transfers two cross from unit to unit.
        Tier up = load(Pattern.HIERARCHICAL).tiers().get(1);
        assertThat(up.name()).isEqualTo("leaf to spine");
        assertThat(up.mean()).isLessThan(load(Pattern.HIERARCHICAL).even());
        assertThat(load(Pattern.HIERARCHICAL).tiers().getFirst().mean())
                .isEqualTo(load(Pattern.HIERARCHICAL).even(), CLOSE);
    }

    @Test
    void hashingIsNeverFasterAndFlowsSpreadIt() {
        JobLoad one = load(Pattern.ALL_TO_ALL);
        JobLoad many = JobLoad.of(RAILS, job(Pattern.ALL_TO_ALL, 1, 64, FlowHash.FIVE_TUPLE), Outage.NONE);
        assertThat(one.hashed()).isGreaterThanOrEqualTo(one.even());
        assertThat(many.hashed()).isBetween(many.even(), one.hashed());
        assertThat(many.tiers()).allSatisfy(each -> assertThat(each.collision()).isLessThan(1.2));
    }

    @Test
    void theSlowestFlowOfEqualFlowsEndsWithTheBusiestCable() {
        JobLoad load = load(Pattern.HIERARCHICAL);
        JobLoad.SlowestFlow slowest = load.slowest().orElseThrow();
        assertThat(slowest.seconds()).isEqualTo(load.hashed(), within(1e-9));
    }

    @Test
    void aCableLostDoublesWhatTheOtherLeafTakesFromThatSpine() {
        Fabric clos = GeneratedFabrics.of("calico-as-per-server").fabric();
        Job job = new Job(Pattern.ALL_TO_ALL, 48, SIZE, 1, 1, FlowHash.FIVE_TUPLE);
        Link lost = clos.links().stream()
                .filter(each -> each.touches(DeviceName.of("leaf-1-1")) && each.touches(DeviceName.of("spine-1")))
                .findFirst()
                .orElseThrow();
        assertThat(down(JobLoad.of(clos, job, Outage.of(lost))))
                .isEqualTo(2 * down(JobLoad.of(clos, job, Outage.NONE)), within(1e-9));
    }

    private static double down(JobLoad load) {
        return load.tiers().stream()
                .filter(each -> each.name().equals("spine to leaf"))
                .findFirst()
                .orElseThrow()
                .even();
    }

    @Test
    void whatCouldOnlyComeByGoingUpTwiceIsLost() {
        Fabric clos = GeneratedFabrics.of("calico-as-per-server").fabric();
        // Rack 1 is left with spine 1 and rack 3 with spine 2: only a path over a leaf of rack 2 is left.
        Set<Link> cut = clos.links().stream()
                .filter(each -> joins(each, "leaf-1-", "spine-2") || joins(each, "leaf-3-", "spine-1"))
                .collect(Collectors.toSet());
        JobLoad load = JobLoad.of(
                clos, new Job(Pattern.ALL_TO_ALL, 48, SIZE, 1, 1, FlowHash.FIVE_TUPLE), new Outage(Set.of(), cut));
        // 16 ranks of rack 1 to 16 of rack 3, and back.
        assertThat(load.lostBytes()).isEqualTo(2 * 16 * 16 * SIZE / 48.0, within(1.0));
    }

    private static boolean joins(Link link, String leaf, String spine) {
        return link.touches(DeviceName.of(spine))
                && (link.a().device().value().startsWith(leaf)
                        || link.b().device().value().startsWith(leaf));
    }

    @Property(tries = 60)
    void whatLeavesNodesArrivesAtNodesOrIsLost(@ForAll @IntRange(max = 1_000_000) int seed) {
        Random random = new Random(seed);
        Set<Link> cut = new HashSet<>();
        RAILS.links().stream().filter(_ -> random.nextInt(12) == 0).forEach(cut::add);
        Pattern pattern = Pattern.values()[random.nextInt(Pattern.values().length)];
        int ranks = 2 + random.nextInt(RANKS - 1);
        JobLoad load = JobLoad.of(
                RAILS,
                new Job(pattern, ranks, SIZE, 1, 1 + random.nextInt(3), FlowHash.values()[random.nextInt(3)]),
                new Outage(Set.of(), cut));
        List<Double> up = sums(load, "node to leaf");
        List<Double> down = sums(load, "leaf to node");
        assertThat(up).hasSameSizeAs(down);
        for (int i = 0; i < up.size(); i++) {
            assertThat(up.get(i)).isEqualTo(down.get(i), within(1e-6));
        }
        assertThat(load.hashed())
                .isGreaterThanOrEqualTo(
                        load.tiers().stream().mapToDouble(Tier::mean).max().orElse(0) - 1e-9);
        assertThat(JobLoad.of(RAILS, load.job(), new Outage(Set.of(), cut))).isEqualTo(load);
    }

    /** Seconds of cables together, all of one speed: in proportion to bytes. */
    private static List<Double> sums(JobLoad load, String tier) {
        return load.tiers().stream()
                .filter(each -> each.name().equals(tier))
                .map(each -> each.mean() * each.used().even())
                .toList();
    }
}
