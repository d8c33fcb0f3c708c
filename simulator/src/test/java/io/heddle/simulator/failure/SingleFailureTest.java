package io.heddle.simulator.failure;

import static org.assertj.core.api.Assertions.assertThat;

import io.heddle.model.fabric.DeviceName;
import io.heddle.model.fabric.Outage;
import io.heddle.simulator.SmallClos;
import io.heddle.simulator.failure.SingleFailure.Kind;
import java.util.List;
import org.junit.jupiter.api.Test;

class SingleFailureTest {

    private static final SmallClos CLOS = SmallClos.of(2, 1);
    private static final List<SingleFailure> ALL = SingleFailure.of(CLOS.fabric());

    private static List<String> texts(Kind kind) {
        return ALL.stream()
                .filter(each -> each.kind() == kind)
                .map(SingleFailure::text)
                .toList();
    }

    @Test
    void everySwitchCanBeLost() {
        assertThat(texts(Kind.SWITCH)).containsExactly("loss of l1", "loss of l2", "loss of s1");
        assertThat(ALL.getFirst().outage()).isEqualTo(Outage.of(DeviceName.of("l1")));
    }

    @Test
    void aCardWithTwoCablesTakesBothAndOneWithASingleCableIsThatCable() {
        assertThat(texts(Kind.CARD)).containsExactly("loss of card nic0 of b1", "loss of card nic0 of b2");
        assertThat(ALL.stream().filter(each -> each.kind() == Kind.CARD)).allSatisfy(each -> {
            assertThat(each.outage().links()).hasSize(2);
            assertThat(each.outage().devices()).isEmpty();
        });
    }

    @Test
    void everyCableCanBeLost() {
        assertThat(texts(Kind.CABLE))
                .hasSameSizeAs(CLOS.fabric().links())
                .contains("loss of cable l1:to-s1 -- s1:to-l1", "loss of cable b2:to-l2.2 -- l2:to-b2.2");
    }

    @Test
    void everythingIsLostOnceAndSwitchesComeFirst() {
        assertThat(ALL).extracting(SingleFailure::outage).doesNotHaveDuplicates();
        assertThat(ALL).extracting(SingleFailure::kind).isSorted();
    }
}
