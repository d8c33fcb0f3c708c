package io.heddle.topology.plan;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PlannerTest {

    @ParameterizedTest
    @MethodSource("io.heddle.topology.design.Designs#names")
    void everyDesignPlansAFabricThatSuitsIt(String design) {
        Plan plan = Plans.of(design);
        assertThat(plan.config().switches()).hasSameSizeAs(plan.fabric().switches());
        assertThat(plan.config().nodes()).hasSize(12);
        assertThat(plan.endpoints().size()).isEqualTo(120);
        assertThat(plan.blocks()).hasSize(12);
    }
}
