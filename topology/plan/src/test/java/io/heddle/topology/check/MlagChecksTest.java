package io.heddle.topology.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.heddle.model.fabric.DeviceName;
import io.heddle.model.fabric.Fabric;
import io.heddle.model.fabric.MlagPair;
import io.heddle.model.fabric.SwitchRole;
import io.heddle.topology.fixture.DellRack;
import io.heddle.topology.fixture.Draft;
import java.util.List;
import org.junit.jupiter.api.Test;

class MlagChecksTest {

    private static Draft pairUnderSpine() {
        return new Draft("x")
                .leafs("leaf1", "leaf2")
                .spines("spine1")
                .cable("leaf1", "spine1", "100G")
                .cable("leaf2", "spine1", "100G");
    }

    @Test
    void theReferenceRacksPairIsFine() {
        assertThat(Found.by(Rule.MLAG_PEERS, DellRack.ofNodes(1))).isEmpty();
        assertThat(Found.by(Rule.MLAG_PEER_LINK, DellRack.ofNodes(1))).isEmpty();
    }

    @Test
    void peersAreOfOneModel() {
        Draft draft = new Draft("x")
                .leafs("leaf1")
                .switches(SwitchRole.LEAF, "dell-s5296f", "leaf2")
                .pair("leaf1", "leaf2", 2, "100G");
        assertThat(Found.by(Rule.MLAG_PEERS, draft.build()))
                .containsExactly(
                        "error MLAG pair leaf1+leaf2: leaf dell-s5248f with os10 beside leaf dell-s5296f with os10");
    }

    @Test
    void peersAreSwitchesOfTheFabric() {
        Fabric fabric = Fabric.builder("x")
                .add(DellRack.ofNodes(1).switches().getFirst())
                .add(new MlagPair("pair", DeviceName.of("leaf1"), DeviceName.of("ghost"), List.of()))
                .build();
        assertThat(Found.by(Rule.MLAG_PEERS, fabric))
                .containsExactly("error MLAG pair pair: peer ghost, which is no switch of the fabric");
    }

    @Test
    void aPairWithoutPeerLinkIsAnErrorWithoutSpinesAndAWarningWithThem() {
        assertThat(Found.by(
                        Rule.MLAG_PEER_LINK,
                        new Draft("x")
                                .leafs("leaf1", "leaf2")
                                .pair("leaf1", "leaf2", 0, "1G")
                                .build()))
                .containsExactly("error MLAG pair leaf1+leaf2: no peer link and no spine above");
        assertThat(Found.by(
                        Rule.MLAG_PEER_LINK,
                        pairUnderSpine().pair("leaf1", "leaf2", 0, "1G").build()))
                .containsExactly("warning MLAG pair leaf1+leaf2: no peer link");
    }

    @Test
    void aPeerLinkOfOneCableIsAWarning() {
        assertThat(Found.by(
                        Rule.MLAG_PEER_LINK,
                        pairUnderSpine().pair("leaf1", "leaf2", 1, "100G").build()))
                .containsExactly("warning MLAG pair leaf1+leaf2: a single cable");
    }

    @Test
    void aPeerLinkThatIsThinnerThanTheUplinksIsSaid() {
        assertThat(Found.by(
                        Rule.MLAG_PEER_LINK,
                        pairUnderSpine().pair("leaf1", "leaf2", 2, "40G").build()))
                .containsExactly("info MLAG pair leaf1+leaf2: 80G between leafs that have 100G of uplinks each");
    }

    @Test
    void thePeerLinkRunsBetweenThePeersAtOneSpeed() {
        Fabric good = pairUnderSpine()
                .cable("leaf1", "leaf2", "40G")
                .cable("leaf1", "leaf2", "100G")
                .build();
        Fabric.Builder bad = Fabric.builder("x");
        good.switches().forEach(bad::add);
        good.links().forEach(bad::add);
        bad.add(new MlagPair(
                "pair",
                DeviceName.of("leaf1"),
                DeviceName.of("leaf2"),
                List.of(good.links().get(0), good.links().get(2), good.links().get(3))));
        assertThat(Found.by(Rule.MLAG_PEER_LINK, bad.build()))
                .containsExactly(
                        "error MLAG pair pair: peer link leaf1:p1 -- spine1:p1, which is no cable between the two",
                        "error MLAG pair pair: cables of several speeds: [40G, 100G]");
    }
}
