package io.heddle.topology.graph;

import static org.assertj.core.api.Assertions.assertThat;

import io.heddle.model.fabric.DeviceName;
import io.heddle.model.fabric.Fabric;
import io.heddle.model.fabric.Outage;
import io.heddle.topology.fixture.Draft;
import org.junit.jupiter.api.Test;

class CableGraphTest {

    private static final Fabric CHAIN = new Draft("chain")
            .leafs("a", "b", "c", "lonely")
            .cable("a", "b", "100G")
            .cable("b", "c", "100G")
            .cable("b", "c", "100G")
            .build();

    private final CableGraph graph = FabricGraphs.inBand(CHAIN);

    @Test
    void componentsAreNumberedByTheirSmallestName() {
        assertThat(graph.components().devices().toString()).isEqualTo("{0=[a, b, c], 1=[lonely]}");
        assertThat(graph.components().count()).isEqualTo(2);
    }

    @Test
    void aDeviceThatHoldsOthersTogetherIsACutDevice() {
        assertThat(graph.cutDevices()).containsExactly(DeviceName.of("b"));
    }

    @Test
    void oneOfTwoParallelCablesIsNoBridge() {
        assertThat(graph.bridges()).containsExactly(CHAIN.links().getFirst());
    }

    @Test
    void aRemovedDeviceIsInNoComponent() {
        Components left = graph.componentsAfter(Outage.of(DeviceName.of("b")));
        assertThat(left.devices().toString()).isEqualTo("{0=[a], 1=[c], 2=[lonely]}");
        assertThat(left.of(DeviceName.of("b"))).isEmpty();
    }

    @Test
    void aRemovedBridgeSplits() {
        assertThat(graph.componentsAfter(Outage.of(CHAIN.links().getFirst()))
                        .devices()
                        .toString())
                .isEqualTo("{0=[a], 1=[b, c], 2=[lonely]}");
    }

    @Test
    void parallelCablesCountAsALoop() {
        assertThat(graph.loops()).isEqualTo(1);
    }

    @Test
    void aLongChainIsSearchedWithoutRunningOutOfStack() {
        Draft draft = new Draft("chain").leafs("s0");
        for (int i = 1; i <= 20_000; i++) {
            draft.leafs("s" + i).cable("s" + (i - 1), "s" + i, "10G");
        }
        assertThat(FabricGraphs.inBand(draft.build()).cutDevices()).hasSize(19_999);
    }
}
