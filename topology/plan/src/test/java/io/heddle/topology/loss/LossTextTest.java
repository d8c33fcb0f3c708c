package io.heddle.topology.loss;

import static org.assertj.core.api.Assertions.assertThat;

import io.heddle.topology.fixture.DellRack;
import org.junit.jupiter.api.Test;

class LossTextTest {

    @Test
    void theReferenceRackIsAnsweredInBothReadingsWithOffendersByName() {
        assertThat(LossText.lines(LossStudy.study(DellRack.ofNodes(6))))
                .containsExactly(
                        "Traffic, a network switch: yes, survives the loss of any one of 3.",
                        "Traffic, a network interface card, read as card: NO, 6 of 12 are single points of failure:",
                        "  card nic0 of node1, node2, node3 and 3 more: each its node cut off from internal, external, storage",
                        "Traffic, a network interface card, read as port: yes, survives the loss of any one of 18.",
                        "Traffic, a cable: yes, survives the loss of any one of 20.",
                        "Traffic, a switch port: yes, survives the loss of any one of 22.",
                        "Management, a network switch: NO, 1 of 3 are single points of failure:",
                        "  oob1: node1, node2, node3 and 3 more cut off from oob",
                        "Management, a network interface card, read as card: NO, 6 of 12 are single points of failure:",
                        "  card idrac of node1, node2, node3 and 3 more: each its node cut off from oob",
                        "Management, a network interface card, read as port: NO, 6 of 18 are single points of failure:",
                        "  port idrac.1 of node1, node2, node3 and 3 more: each its node cut off from oob",
                        "Management, a cable: NO, 6 of 20 are single points of failure:",
                        "  cable node1:idrac.1 -- oob1:p1, node2:idrac.1 -- oob1:p2, node3:idrac.1 -- oob1:p3 and 3 more: "
                                + "each one device cut off from oob",
                        "Management, a switch port: NO, 6 of 22 are single points of failure:",
                        "  port oob1:p1, oob1:p2, oob1:p3 and 3 more: each one device cut off from oob");
    }
}
