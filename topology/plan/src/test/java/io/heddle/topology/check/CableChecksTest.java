package io.heddle.topology.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.heddle.model.fabric.Fabric;
import io.heddle.model.fabric.Link;
import io.heddle.model.fabric.PortRef;
import io.heddle.topology.fixture.DellRack;
import io.heddle.topology.fixture.Draft;
import org.junit.jupiter.api.Test;

class CableChecksTest {

    @Test
    void bothEndsOfACableRunAtOneSpeed() {
        Draft draft = new Draft("x").leafs("leaf1").spines("spine1").cable("leaf1", "spine1", "100G");
        assertThat(Found.by(Rule.CABLE_SPEED, draft.build())).isEmpty();
        assertThat(Found.by(
                        Rule.CABLE_SPEED,
                        draft.mismatch("leaf1", "40G", "spine1", "100G").build()))
                .containsExactly("error cable leaf1:p2 -- spine1:p2: 40G at one end and 100G at the other");
    }

    @Test
    void aCableToAPortThatNobodyHasIsAnError() {
        Fabric fabric = Fabric.builder("x")
                .add(DellRack.ofNodes(1).switches().getFirst())
                .add(new Link(PortRef.parse("leaf1:p1"), PortRef.parse("ghost:p1")))
                .build();
        assertThat(Found.by(Rule.CABLE_END, fabric))
                .containsExactly("error cable ghost:p1 -- leaf1:p1: ghost:p1, which no device has");
    }

    @Test
    void aCableBetweenTwoNodesIsAnError() {
        Draft draft = new Draft("x").leafs("leaf1");
        draft.node("n1").card("nic0", "25G", "leaf1");
        draft.node("n2").card("nic0", "25G", "n1");
        assertThat(Found.by(Rule.CABLE_END, draft.build()))
                .containsExactly(
                        "error cable n1:p1 -- n2:nic0.1: n1:p1, which no device has",
                        "error cable n1:p1 -- n2:nic0.1: no switch at either end");
    }

    @Test
    void twoPortsOfOneNameOnADeviceAreAnError() {
        Draft draft = new Draft("x").leafs("leaf1");
        draft.node("n1").card("nic0", "25G", "leaf1").card("nic0", "25G", "-");
        assertThat(Found.by(Rule.PORT_UNIQUE, draft.build()))
                .containsExactly("error n1:nic0.1: several ports of this name");
        assertThat(Found.by(Rule.PORT_UNIQUE, DellRack.ofNodes(1))).isEmpty();
    }
}
