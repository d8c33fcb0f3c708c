package io.heddle.topology.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.heddle.topology.fixture.DellRack;
import io.heddle.topology.fixture.Draft;
import io.heddle.topology.loss.LossStudy;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StructuralChecksTest {

    private static Draft flat(String... spines) {
        Draft draft = new Draft("flat").leafs("a", "b").spines(spines);
        for (String spine : spines) {
            draft.cable("a", spine, "100G").cable("b", spine, "100G");
        }
        return draft;
    }

    @Test
    void flatLayer2HasOneSpineOrOnePair() {
        assertThat(StructuralChecks.flatLayer2(flat("s1").build())).isEmpty();
        assertThat(StructuralChecks.flatLayer2(
                        flat("s1", "s2").pair("s1", "s2", 2, "100G").build()))
                .isEmpty();
    }

    @Test
    void twoSpinesThatAreNoPairAreALoop() {
        assertThat(Found.by(
                        Rule.LAYER2_LOOP,
                        StructuralChecks.flatLayer2(flat("s1", "s2").build())))
                .containsExactly("error a, b, s1, s2: a loop over 4 switches with two spines that are no MLAG pair");
    }

    @Test
    void threeActiveSpinesAreALoop() {
        assertThat(Found.by(
                        Rule.LAYER2_LOOP,
                        StructuralChecks.flatLayer2(flat("s1", "s2", "s3").build())))
                .containsExactly("error a, b, s1, s2, s3: a loop over 5 switches with 3 active spines");
    }

    @Test
    void leafsInARingAreALoop() {
        assertThat(Found.by(
                        Rule.LAYER2_LOOP,
                        StructuralChecks.flatLayer2(new Draft("ring")
                                .leafs("a", "b", "c")
                                .cable("a", "b", "100G")
                                .cable("b", "c", "100G")
                                .cable("c", "a", "100G")
                                .build())))
                .containsExactly("error a, b, c: a loop over 3 switches");
    }

    @Test
    void singlePointsOfFailureAreWarnings() {
        List<Finding> findings = StructuralChecks.singlePointsOfFailure(LossStudy.study(DellRack.ofNodes(3)));
        assertThat(Found.by(Rule.SINGLE_POINT_OF_FAILURE, findings))
                .contains(
                        "warning oob1: if lost, node1, node2, node3 cut off from oob",
                        "warning card nic0 of node1, node2, node3: if lost, each its node cut off from internal, external, storage");
    }

    @Test
    void aFindingReadsAsOneLine() {
        assertThat(new Finding(
                        Rule.CABLE_SPEED, Severity.ERROR, List.of("a", "b", "c", "d", "e"), "10G and 25G", "one speed"))
                .hasToString("error [cable-speed] a, b, c and 2 more: found 10G and 25G; expected one speed "
                        + "(a link comes up only if both ends run at the same speed)");
    }

    @Test
    void theWorstComesFirst() {
        Draft draft = new Draft("x")
                .leafs("leaf1", "leaf2")
                .spines("s1")
                .network("data", 1)
                .cable("leaf1", "s1", "100G")
                .cable("leaf2", "s1", "100G")
                .pair("leaf1", "leaf2", 1, "100G");
        draft.node("n1").card("nic0", "25G", "leaf1").bond("bond0", "nic0.1 nic0.7", "data");
        assertThat(StructuralChecks.check(draft.build(), each -> Optional.empty()))
                .extracting(Finding::severity)
                .containsExactly(Severity.ERROR, Severity.WARNING, Severity.INFO);
    }
}
