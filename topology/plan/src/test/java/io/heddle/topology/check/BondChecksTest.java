package io.heddle.topology.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.heddle.model.fabric.BondName;
import io.heddle.model.fabric.DeviceName;
import io.heddle.model.fabric.EthernetSegment;
import io.heddle.model.fabric.Fabric;
import io.heddle.model.net.Esi;
import io.heddle.topology.fixture.DellRack;
import io.heddle.topology.fixture.Draft;
import org.junit.jupiter.api.Test;

class BondChecksTest {

    private static Draft leafs() {
        return new Draft("x").leafs("leaf1", "leaf2", "leaf3").network("data", 10);
    }

    @Test
    void theReferenceRacksBondsAreFine() {
        Fabric rack = DellRack.ofNodes(2);
        assertThat(Found.by(Rule.BOND_MEMBER, rack)).isEmpty();
        assertThat(Found.by(Rule.BOND_SPEED, rack)).isEmpty();
        assertThat(Found.by(Rule.BOND_LEAFS, rack)).isEmpty();
        assertThat(Found.by(Rule.BOND_ROUTED, rack)).isEmpty();
    }

    @Test
    void lacpDoesNotMixSpeeds() {
        Draft draft = leafs();
        draft.node("n1")
                .card("nic0", "25G", "leaf1")
                .card("nic1", "10G", "leaf1")
                .bond("bond0", "nic0.1 nic1.1", "data");
        assertThat(Found.by(Rule.BOND_SPEED, draft.build()))
                .containsExactly("error bond0 of n1: members at 10G and 25G");
    }

    @Test
    void aBondOverTwoLeafsNeedsAPairOrASegment() {
        Draft draft = leafs();
        draft.node("n1").card("nic0", "25G", "leaf1", "leaf2").bond("bond0", "nic0.1 nic0.2", "data");
        Fabric alone = draft.build();
        assertThat(Found.by(Rule.BOND_LEAFS, alone))
                .containsExactly(
                        "error bond0 of n1: cables to leaf1 and leaf2, which are no MLAG pair and no Ethernet segment");
        assertThat(Found.by(
                        Rule.BOND_LEAFS, draft.pair("leaf1", "leaf2", 2, "100G").build()))
                .isEmpty();
        Fabric.Builder segment = Fabric.builder("segment");
        alone.switches().forEach(segment::add);
        alone.nodes().forEach(segment::add);
        alone.links().forEach(segment::add);
        segment.add(new EthernetSegment(new Esi(0x0300, 1), DeviceName.of("n1"), BondName.of("bond0")));
        assertThat(Found.by(Rule.BOND_LEAFS, segment.build())).isEmpty();
    }

    @Test
    void aBondOverThreeLeafsIsAnErrorEvenIfTwoAreAPair() {
        Draft draft = leafs().pair("leaf1", "leaf2", 2, "100G");
        draft.node("n1").card("nic0", "25G", "leaf1", "leaf2", "leaf3").bond("bond0", "nic0.1 nic0.2 nic0.3", "data");
        assertThat(Found.by(Rule.BOND_LEAFS, draft.build()))
                .containsExactly("error bond0 of n1: cables to 3 devices: leaf1 and leaf2 and leaf3");
    }

    @Test
    void aBondOverTwoCablesToOneLeafIsFine() {
        Draft draft = leafs();
        draft.node("n1").card("nic0", "25G", "leaf1", "leaf1").bond("bond0", "nic0.1 nic0.2", "data");
        assertThat(Found.by(Rule.BOND_LEAFS, draft.build())).isEmpty();
    }

    @Test
    void membersArePortsOfTheNodeEachInOneBondAndCabled() {
        Draft draft = leafs();
        draft.node("n1")
                .card("nic0", "25G", "leaf1", "leaf1")
                .card("nic1", "25G", "-")
                .bond("bond0", "nic0.1 nic0.2", "data")
                .bond("bond1", "nic0.2 nic1.1 nic9.1", "data");
        assertThat(Found.by(Rule.BOND_MEMBER, draft.build()))
                .containsExactly(
                        "error bond1 of n1: port nic0.2, which is in bond0 too",
                        "error bond1 of n1: port nic9.1, which the node does not have",
                        "warning bond1 of n1: port nic1.1 without a cable");
    }

    @Test
    void aPortInABondHasNoNetworksOfItsOwn() {
        Draft draft = leafs();
        draft.node("n1")
                .card("nic0", "25G", "leaf1")
                .bond("bond0", "nic0.1", "data")
                .port("nic0.1", "data");
        assertThat(Found.by(Rule.BOND_MEMBER, draft.build()))
                .containsExactly("error n1:nic0.1: networks of its own on a port in a bond");
    }

    @Test
    void aRoutedNodeHasNoBond() {
        Draft draft = leafs();
        draft.node("n1").routed().card("nic0", "25G", "leaf1").bond("bond0", "nic0.1", "data");
        draft.node("n2").routed().card("nic0", "25G", "leaf1");
        assertThat(Found.by(Rule.BOND_ROUTED, draft.build())).containsExactly("error n1: attachment l3 with 1 bond");
    }

    @Test
    void equalFindingsAreOneWithManySubjects() {
        Draft draft = leafs();
        for (String node : new String[] {"n1", "n2", "n3"}) {
            draft.node(node).routed().card("nic0", "25G", "leaf1").bond("bond0", "nic0.1", "data");
        }
        assertThat(Found.by(Rule.BOND_ROUTED, draft.build()))
                .containsExactly("error n1, n2, n3: attachment l3 with 1 bond");
    }
}
