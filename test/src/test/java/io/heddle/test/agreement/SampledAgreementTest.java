package io.heddle.test.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import io.heddle.model.fabric.Outage;
import io.heddle.simulator.stable.StableState;
import io.heddle.simulator.stable.StableStateSolver;
import io.heddle.test.fabrics.BigFabric;
import io.heddle.test.fabrics.FabricCase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Fabrics too big for the reference as a whole, with 1% of their cables cut. With {@code -Dheddle.long=true} 1,500 leafs. */
class SampledAgreementTest {

    private static final boolean LONG = Boolean.getBoolean("heddle.long");
    private static final int RACKS = LONG ? 750 : 50;
    private static final int PODS = LONG ? 512_000 : 20_000;

    private static StableState solve(FabricCase each) {
        return StableStateSolver.solve(each.fabric(), each.config(), each.endpoints(), each.outage());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "calico-as-per-rack",
                "calico-as-per-server",
                "calico-downward-default",
                "node-blocks",
                "rack-aggregates"
            })
    void aSampleOfABrokenFabricAgrees(String design) {
        FabricCase fabric = BigFabric.of(design, RACKS, PODS, 0.01, 7);
        SampledAgreement sample = new SampledAgreement(fabric, solve(fabric), 1);
        assertThat(sample.firstDifference(200)).isEmpty();
        assertThat(sample.compared()).isEqualTo(200);
    }

    @Test
    void theTablesOfTheWholeFabricAreNotThoseOfTheBroken() {
        FabricCase broken = BigFabric.of("node-blocks", 6, 100, 0.1, 7);
        SampledAgreement sample = new SampledAgreement(broken, solve(broken.under(Outage.NONE)), 1);
        assertThat(sample.firstDifference(200)).isPresent();
    }
}
