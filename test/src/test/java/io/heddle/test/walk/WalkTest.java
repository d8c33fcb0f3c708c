package io.heddle.test.walk;

import static org.assertj.core.api.Assertions.assertThat;

import io.heddle.model.fabric.DeviceName;
import io.heddle.model.fabric.Link;
import io.heddle.model.fabric.Outage;
import io.heddle.model.fabric.VrfName;
import io.heddle.model.net.IpAddress;
import io.heddle.simulator.stable.StableStateSolver;
import io.heddle.simulator.walk.Arrival;
import io.heddle.simulator.walk.Flow;
import io.heddle.simulator.walk.FlowHash;
import io.heddle.simulator.walk.Forwarding;
import io.heddle.simulator.walk.Step;
import io.heddle.simulator.walk.Walk;
import io.heddle.test.fabrics.FabricCase;
import io.heddle.test.fabrics.GeneratedFabrics;
import io.heddle.test.fabrics.PlannedFabrics;
import io.heddle.test.fabrics.Sketch;
import io.heddle.topology.plan.Plan;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class WalkTest {

    static List<String> designs() {
        return PlannedFabrics.designs();
    }

    private static Forwarding forwarding(Plan plan, Outage outage) {
        return new Forwarding(
                plan.fabric(),
                plan.config(),
                plan.endpoints(),
                StableStateSolver.solve(plan.fabric(), plan.config(), plan.endpoints(), outage),
                outage);
    }

    private static IpAddress podOn(Plan plan, DeviceName node) {
        return plan.endpoints().on(node).orElseThrow().get(0).ipv4().orElseThrow();
    }

    private static Walk walk(Plan plan, Outage outage, String from, String to) {
        Forwarding forwarding = forwarding(plan, outage);
        return Walk.of(forwarding, forwarding.fromNode(DeviceName.of(from), podOn(plan, DeviceName.of(to))));
    }

    @ParameterizedTest
    @MethodSource("designs")
    void atRestEveryPodReachesEveryOther(String design) {
        Plan plan = GeneratedFabrics.of(design);
        Forwarding forwarding = forwarding(plan, Outage.NONE);
        plan.fabric().nodes().forEach(from -> plan.fabric().nodes().forEach(to -> {
            Walk walk = Walk.of(forwarding, forwarding.fromNode(from.name(), podOn(plan, to.name())));
            assertThat(walk.worst().arrival())
                    .as("%s to %s: %s", from.name(), to.name(), walk.worst())
                    .isEqualTo(Arrival.ARRIVES);
            assertThat(walk.ends())
                    .allMatch(each -> each.where().startsWith(to.name().value()));
        }));
    }

    @ParameterizedTest
    @MethodSource("designs")
    void aFlowTakesOneOfThePathsAndEndsWithThem(String design) {
        Walk walk = walk(GeneratedFabrics.of(design), Outage.NONE, "gpu-1-1", "gpu-3-2");
        Flow flow = new Flow(IpAddress.parse("10.0.0.1"), IpAddress.parse("10.0.0.2"), Flow.UDP, 49_152, 4791);
        for (FlowHash each : FlowHash.values()) {
            List<Walk.Hop> path = walk.pick(each, flow);
            assertThat(path.getLast().step()).isInstanceOf(Step.Ended.class);
            assertThat(path.getLast().taken()).isEmpty();
            assertThat(walk.steps())
                    .containsAll(path.stream().map(Walk.Hop::step).toList());
        }
    }

    @Test
    void pathsAreCountedOverBothTiersAndEveryBondMember() {
        Plan plan = GeneratedFabrics.of("calico-as-per-server");
        // Two leafs to go up by, two spines, two leafs to come down by.
        assertThat(walk(plan, Outage.NONE, "gpu-1-1", "gpu-3-2").paths()).isEqualTo(8);
        assertThat(walk(plan, Outage.of(DeviceName.of("spine-1")), "gpu-1-1", "gpu-3-2")
                        .paths())
                .isEqualTo(4);
    }

    @Test
    void aRackAggregateAttractsWhatItsLeafHasLost() {
        Plan plan = GeneratedFabrics.of("rack-aggregates");
        Link lost = plan.fabric().links().stream()
                .filter(each -> each.touches(DeviceName.of("gpu-3-2")) && each.touches(DeviceName.of("leaf-3-1")))
                .findFirst()
                .orElseThrow();
        Walk walk = walk(plan, Outage.of(lost), "gpu-1-1", "gpu-3-2");
        assertThat(walk.worst().arrival()).isEqualTo(Arrival.BLACK_HOLE);
        assertThat(walk.worst().where()).startsWith("leaf-3-1: ").contains("aggregate discards it");
        assertThat(walk.ends()).extracting(Walk.End::arrival).contains(Arrival.ARRIVES);
    }

    @Test
    void aDeadNodeIsNotReached() {
        Plan plan = GeneratedFabrics.of("calico-as-per-server");
        Walk walk = walk(plan, Outage.of(DeviceName.of("gpu-3-2")), "gpu-1-1", "gpu-3-2");
        assertThat(walk.worst().arrival()).isNotEqualTo(Arrival.ARRIVES);
    }

    /** Leaf one has two static routes to a prefix, over a VLAN each way, and one of the nodes is dead: FRR keeps both (rule 4.3). */
    @Test
    void anEqualNextHopThatNobodyHasIsNotHiddenByOneThatDelivers() {
        Sketch sketch = new Sketch();
        sketch.device("l1")
                .vlan(10, 0, VrfName.DEFAULT, List.of("10.1.1.1/24"), List.of())
                .staticRoute("10.9.1.0/26", "n1", "10.1.1.11")
                .staticRoute("10.9.1.0/26", "n2", "10.1.1.12");
        for (int i = 1; i <= 2; i++) {
            sketch.attach("n" + i, "l1", 10);
            sketch.node("n" + i)
                    .on(10, 0x0200_0000_0000L + i, "10.1.1.1" + i + "/24")
                    .block("10.9.1.0/26")
                    .pod("10.9.1." + i);
        }
        FabricCase each = sketch.build().under(Outage.of(DeviceName.of("n2")));
        Forwarding forwarding = new Forwarding(
                each.fabric(),
                each.config(),
                each.endpoints(),
                StableStateSolver.solve(each.fabric(), each.config(), each.endpoints(), each.outage()),
                each.outage());
        Walk walk = Walk.of(forwarding, Forwarding.fromSwitch(DeviceName.of("l1"), IpAddress.parse("10.9.1.1")));
        assertThat(walk.paths()).isEqualTo(2);
        assertThat(walk.ends())
                .extracting(Walk.End::arrival)
                .containsExactlyInAnyOrder(Arrival.ARRIVES, Arrival.BLACK_HOLE);
    }

    @Test
    void theFlowsOfTwoHostsTakeOnePathWhenOnlyAddressesAreHashed() {
        DeviceName leaf = DeviceName.of("leaf-1");
        IpAddress from = IpAddress.parse("10.0.0.1");
        IpAddress to = IpAddress.parse("10.0.0.2");
        Optional<Integer> first = Optional.empty();
        boolean spread = false;
        for (int port = 0; port < 64; port++) {
            Flow flow = new Flow(from, to, Flow.UDP, port, 4791);
            int pick = FlowHash.ADDRESSES.pick(leaf, flow, 16);
            assertThat(pick).isEqualTo(first.orElse(pick));
            first = Optional.of(pick);
            spread |= FlowHash.FIVE_TUPLE.pick(leaf, flow, 16)
                    != FlowHash.FIVE_TUPLE.pick(leaf, new Flow(from, to, Flow.UDP, 0, 4791), 16);
        }
        assertThat(spread).isTrue();
    }

    @Test
    void withoutSeedTwoTiersChooseAlike() {
        for (int port = 0; port < 64; port++) {
            Flow flow = new Flow(IpAddress.parse("10.0.0.1"), IpAddress.parse("10.0.0.2"), Flow.UDP, port, 4791);
            assertThat(FlowHash.FIVE_TUPLE_UNSEEDED.pick(DeviceName.of("leaf-1"), flow, 8))
                    .isEqualTo(FlowHash.FIVE_TUPLE_UNSEEDED.pick(DeviceName.of("spine-1"), flow, 8));
        }
    }
}
