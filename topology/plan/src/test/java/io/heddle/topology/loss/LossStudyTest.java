package io.heddle.topology.loss;

import static org.assertj.core.api.Assertions.assertThat;

import io.heddle.model.fabric.Fabric;
import io.heddle.topology.fixture.DellRack;
import io.heddle.topology.fixture.Draft;
import java.util.List;
import org.junit.jupiter.api.Test;

class LossStudyTest {

    private static List<String> offenders(Fabric fabric, Reading reading, boolean outOfBand) {
        return LossStudy.study(fabric).verdict(reading, outOfBand).offenders().stream()
                .map(each -> each.part().toString())
                .toList();
    }

    private static String loss(Fabric fabric, String part) {
        return LossStudy.study(fabric).impacts().stream()
                .filter(each -> each.part().toString().equals(part))
                .findFirst()
                .orElseThrow()
                .losses()
                .toString();
    }

    @Test
    void theReferenceRacksTrafficSurvivesASwitchAPortAndACable() {
        Fabric rack = DellRack.ofNodes(3);
        assertThat(offenders(rack, Reading.SWITCH, false)).isEmpty();
        assertThat(offenders(rack, Reading.NODE_PORT, false)).isEmpty();
        assertThat(offenders(rack, Reading.CABLE, false)).isEmpty();
        assertThat(offenders(rack, Reading.SWITCH_PORT, false)).isEmpty();
    }

    @Test
    void theReferenceRacksTrafficDoesNotSurviveACardSinceBothPortsOfTheBondSitOnIt() {
        assertThat(offenders(DellRack.ofNodes(3), Reading.CARD, false))
                .containsExactly("card nic0 of node1", "card nic0 of node2", "card nic0 of node3");
    }

    @Test
    void theOutOfBandSwitchIsASinglePointOfFailureOfManagementAlone() {
        Fabric rack = DellRack.ofNodes(3);
        assertThat(offenders(rack, Reading.SWITCH, true)).containsExactly("switch oob1");
        assertThat(loss(rack, "switch oob1"))
                .contains("network oob")
                .contains("device=node1", "device=node2", "device=node3")
                .doesNotContain("internal");
    }

    @Test
    void networksThatLoseAlikeAreNamedTogether() {
        assertThat(loss(DellRack.ofNodes(3), "card nic0 of node2"))
                .isEqualTo("[ScopeLoss[scopes=[network internal, network external, network storage], "
                        + "victims=[Victim[device=node2, peersBefore=2, peersAfter=0, lostExits=[]]]]]");
    }

    @Test
    void everyPartIsExamined() {
        LossReport report = LossStudy.study(DellRack.ofNodes(3));
        assertThat(report.examined())
                .containsEntry(Reading.SWITCH, 3)
                .containsEntry(Reading.CARD, 6)
                .containsEntry(Reading.NODE_PORT, 9)
                .containsEntry(Reading.CABLE, 11)
                .containsEntry(Reading.SWITCH_PORT, 13);
    }

    @Test
    void aLeafTakesHalfOfEachNodesBandwidthAlong() {
        Impact impact = LossStudy.study(DellRack.ofNodes(3)).impacts().getFirst();
        assertThat(impact.part()).hasToString("switch leaf1");
        assertThat(impact.losses()).isEmpty();
        assertThat(impact.bandwidth()).hasSize(3).allMatch(each -> each.share() == 0.5);
    }

    @Test
    void ifASpineIsAllThatJoinsTheRacksThoseOutsideTheLargerPartAreTheVictims() {
        Fabric fabric = twoRacks()
                .spines("s1")
                .cable("a", "s1", "100G")
                .cable("b", "s1", "100G")
                .build();
        assertThat(loss(fabric, "switch s1"))
                .contains("device=b1, peersBefore=2, peersAfter=0")
                .doesNotContain("device=a");
        assertThat(loss(fabric, "cable b:p2 -- s1:p2")).contains("device=b1");
    }

    @Test
    void equalPartsAreDecidedByTheSmallestSwitchName() {
        Fabric fabric = twoRacks()
                .spines("s1")
                .cable("a", "s1", "100G")
                .cable("b", "s1", "100G")
                .node("b2")
                .card("nic0", "25G", "b")
                .port("nic0.1", "data")
                .done()
                .build();
        assertThat(loss(fabric, "switch s1"))
                .contains("device=b1, peersBefore=3, peersAfter=1", "device=b2, peersBefore=3, peersAfter=1")
                .doesNotContain("device=a");
    }

    @Test
    void theLastWayOutIsMissedByThoseWhoUsedIt() {
        Fabric fabric = twoRacks()
                .spines("s1")
                .cable("a", "s1", "100G")
                .cable("b", "s1", "100G")
                .exit("wan", "0.0.0.0/0")
                .cable("wan", "s1", "100G")
                .build();
        assertThat(loss(fabric, "cable s1:p3 -- wan:p1"))
                .contains("device=a1, peersBefore=2, peersAfter=2, lostExits=[wan]");
    }

    @Test
    void anExitWithAStandInIsNotMissed() {
        Draft draft = twoRacks()
                .spines("s1")
                .cable("a", "s1", "100G")
                .cable("b", "s1", "100G")
                .exit("wan1", "0.0.0.0/0", "203.0.113.0/24")
                .exit("wan2", "0.0.0.0/0")
                .cable("wan1", "s1", "100G")
                .cable("wan2", "s1", "100G");
        assertThat(offenders(draft.build(), Reading.CABLE, false))
                .contains("cable s1:p3 -- wan1:p1")
                .doesNotContain("cable s1:p4 -- wan2:p1");
    }

    @Test
    void routedNodesAreJudgedInTheRoutedFabric() {
        Fabric fabric = new Draft("l3")
                .leafs("a", "b")
                .spines("s1", "s2")
                .cable("a", "s1", "100G")
                .cable("a", "s2", "100G")
                .cable("b", "s1", "100G")
                .cable("b", "s2", "100G")
                .node("n1")
                .routed()
                .card("nic0", "100G", "a")
                .card("nic1", "100G", "b")
                .done()
                .node("n2")
                .routed()
                .card("nic0", "100G", "a", "b")
                .done()
                .build();
        assertThat(offenders(fabric, Reading.SWITCH, false)).isEmpty();
        assertThat(offenders(fabric, Reading.CARD, false)).containsExactly("card nic0 of n2");
        assertThat(loss(fabric, "card nic0 of n2")).contains("the routed fabric");
    }

    @Test
    void aSwitchIsManagedOverItsPortOnTheOutOfBandSwitch() {
        Fabric fabric = DellRack.draft(1).cable("leaf1", "oob1", "1G").build();
        assertThat(loss(fabric, "switch oob1")).contains("device=node1").contains("device=leaf1");
        assertThat(offenders(fabric, Reading.SWITCH, true)).containsExactly("switch oob1");
    }

    private static Draft twoRacks() {
        return new Draft("two")
                .leafs("a", "b")
                .network("data", 10)
                .node("a1")
                .card("nic0", "25G", "a")
                .port("nic0.1", "data")
                .done()
                .node("a2")
                .card("nic0", "25G", "a")
                .port("nic0.1", "data")
                .done()
                .node("b1")
                .card("nic0", "25G", "b")
                .port("nic0.1", "data")
                .done();
    }
}
