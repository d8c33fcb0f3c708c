package io.heddle.topology.graph;

import static org.assertj.core.api.Assertions.assertThat;

import io.heddle.topology.fixture.Draft;
import org.junit.jupiter.api.Test;

class Layer2LoopsTest {

    private static Draft racksUnder(String... spines) {
        Draft draft = new Draft("flat").leafs("a1", "a2", "b1", "b2").spines(spines);
        for (String spine : spines) {
            for (String leaf : new String[] {"a1", "a2", "b1", "b2"}) {
                draft.cable(leaf, spine, "100G");
            }
        }
        return draft.pair("a1", "a2", 2, "100G").pair("b1", "b2", 2, "100G");
    }

    @Test
    void pairedLeafsUnderAPairOfSpinesHaveNoLoop() {
        assertThat(Layer2Loops.of(
                        racksUnder("s1", "s2").pair("s1", "s2", 2, "100G").build()))
                .isEmpty();
    }

    @Test
    void twoSpinesThatAreNoPairCloseALoop() {
        assertThat(Layer2Loops.of(racksUnder("s1", "s2").build()).toString()).isEqualTo("[[a1, a2, b1, b2, s1, s2]]");
    }

    @Test
    void aThirdSpineBesideAPairClosesALoop() {
        assertThat(Layer2Loops.of(
                        racksUnder("s1", "s2", "s3").pair("s1", "s2", 2, "100G").build()))
                .hasSize(1);
    }

    @Test
    void parallelCablesAreABondAndNoLoop() {
        assertThat(Layer2Loops.of(new Draft("two")
                        .leafs("a", "b")
                        .cable("a", "b", "100G")
                        .cable("a", "b", "100G")
                        .build()))
                .isEmpty();
    }
}
