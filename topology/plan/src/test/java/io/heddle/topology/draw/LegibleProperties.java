package io.heddle.topology.draw;

import static org.assertj.core.api.Assertions.assertThat;

import io.heddle.topology.fixture.RandomFabric;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class LegibleProperties {

    @Property(tries = 100)
    void whateverTheFabricNoTextCoversAnotherOrLeavesThePicture(@ForAll long seed) {
        assertLegible(new Drawn(RandomFabric.of(seed), Highlight.NONE));
    }

    static void assertLegible(Drawn drawn) {
        List<Drawn.Label> labels = drawn.labels();
        for (int i = 0; i < labels.size(); i++) {
            Drawn.Label one = labels.get(i);
            assertThat(one.box().x()).as(one.text()).isNotNegative();
            assertThat(one.box().right()).as(one.text()).isLessThanOrEqualTo(drawn.width());
            assertThat(one.box().bottom()).as(one.text()).isLessThanOrEqualTo(drawn.height());
            for (Drawn.Label other : labels.subList(i + 1, labels.size())) {
                assertThat(one.overlaps(other)).as("%s over %s", one, other).isFalse();
            }
        }
    }
}
