package io.heddle.simulator.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.heddle.model.fabric.Outage;
import io.heddle.simulator.SmallClos;
import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class MaxMinRatesProperties {

    private static final Cabling CABLING = new Cabling(SmallClos.of(4, 3).fabric(), Outage.NONE);

    @Example
    void flowsOfOneCableShareIt() {
        FlowPaths paths = new FlowPaths(10);
        flow(paths, 0, 2);
        flow(paths, 0);
        flow(paths, 4);
        double speed = CABLING.bitsPerSecond(0);
        assertThat(MaxMinRates.of(CABLING, paths)).containsExactly(speed / 2, speed / 2, speed);
    }

    @Property(tries = 300)
    void noCableCarriesMoreThanItCanAndEveryFlowHasACableThatHoldsItBack(@ForAll long seed) {
        Random random = new Random(seed);
        FlowPaths paths = new FlowPaths(1000);
        for (int i = 1 + random.nextInt(60); i > 0; i--) {
            flow(
                    paths,
                    random.ints(0, CABLING.directions())
                            .distinct()
                            .limit(1 + random.nextInt(4))
                            .toArray());
        }
        double[] rates = MaxMinRates.of(CABLING, paths);
        double[] carried = new double[CABLING.directions()];
        double[] fastest = new double[CABLING.directions()];
        for (int each = 0; each < paths.size(); each++) {
            for (int i = paths.start(each); i < paths.start(each + 1); i++) {
                carried[paths.cable(i)] += rates[each];
                fastest[paths.cable(i)] = Math.max(fastest[paths.cable(i)], rates[each]);
            }
        }
        for (int each = 0; each < carried.length; each++) {
            assertThat(carried[each]).isLessThanOrEqualTo(CABLING.bitsPerSecond(each) * (1 + 1e-9));
        }
        for (int each = 0; each < paths.size(); each++) {
            boolean held = false;
            for (int i = paths.start(each); i < paths.start(each + 1); i++) {
                int cable = paths.cable(i);
                held |= carried[cable] >= CABLING.bitsPerSecond(cable) * (1 - 1e-9)
                        && rates[each] >= fastest[cable] * (1 - 1e-9);
            }
            assertThat(held).as("flow %d at %f", each, rates[each]).isTrue();
        }
    }

    @Example
    void beyondTheLimitNothingIsKeptAndItSaysSo() {
        FlowPaths paths = new FlowPaths(1);
        flow(paths, 0, 2);
        assertThat(paths.complete()).isTrue();
        flow(paths, 4);
        assertThat(paths.complete()).isFalse();
        assertThat(paths.start(1)).isEqualTo(2);
        assertThat(MaxMinRates.of(CABLING, paths)[0]).isEqualTo(CABLING.bitsPerSecond(0), within(1.0));
    }

    private static void flow(FlowPaths paths, int... cables) {
        paths.begin(1);
        for (int each : cables) {
            paths.over(each);
        }
    }
}
