package io.heddle.simulator.failure;

import static org.assertj.core.api.Assertions.assertThat;

import io.heddle.model.endpoint.Endpoints;
import io.heddle.model.endpoint.NodeEndpoints;
import io.heddle.model.fabric.DeviceName;
import io.heddle.simulator.SmallClos;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class LikenessTest {

    private static final SmallClos CLOS = SmallClos.of(4, 2);

    private static Likeness of(SmallClos clos) {
        return Likeness.of(clos.fabric(), Endpoints.NONE);
    }

    private static int classes(Likeness likeness, String... devices) {
        return (int) Stream.of(devices)
                .map(each -> likeness.classOf(DeviceName.of(each)))
                .distinct()
                .count();
    }

    private static List<String> representatives(SmallClos clos) {
        return of(clos).representatives(SingleFailure.of(clos.fabric())).stream()
                .map(SingleFailure::text)
                .toList();
    }

    @Test
    void aSymmetricClosHasOneClassATier() {
        Likeness likeness = of(CLOS);

        assertThat(classes(likeness, "l1", "l2", "l3", "l4")).isEqualTo(1);
        assertThat(classes(likeness, "s1", "s2")).isEqualTo(1);
        assertThat(classes(likeness, "r1", "r2", "r3", "r4")).isEqualTo(1);
        assertThat(classes(likeness, "l1", "s1", "r1", "b1")).isEqualTo(4);
    }

    @Test
    void aMissingCableSetsItsEndsApartAndWhatHangsThere() {
        Likeness likeness = of(CLOS.withoutCable("l2", "s1"));

        assertThat(classes(likeness, "l1", "l3", "l4")).isEqualTo(1);
        assertThat(classes(likeness, "l1", "l2")).isEqualTo(2);
        assertThat(classes(likeness, "s1", "s2")).isEqualTo(2);
        assertThat(classes(likeness, "r1", "r2")).isEqualTo(2);
    }

    @Test
    void podsSetANodeAndItsLeafApart() {
        Endpoints pods = Endpoints.of(List.of(NodeEndpoints.ofV4(DeviceName.of("r3"), new int[] {0x0A030001})));
        Likeness likeness = Likeness.of(CLOS.fabric(), pods);

        assertThat(classes(likeness, "r1", "r3")).isEqualTo(2);
        assertThat(classes(likeness, "l1", "l3")).isEqualTo(2);
        assertThat(classes(likeness, "l1", "l2", "l4")).isEqualTo(1);
        assertThat(classes(likeness, "s1", "s2")).isEqualTo(1);
    }

    @Test
    void alikeFailuresAreRepresentedByTheFirst() {
        assertThat(representatives(CLOS))
                .containsExactly(
                        "loss of l1",
                        "loss of s1",
                        "loss of card nic0 of b1",
                        "loss of cable l1:to-s1 -- s1:to-l1",
                        "loss of cable l1:to-r1 -- r1:to-l1",
                        "loss of cable b1:to-l1 -- l1:to-b1");
    }

    @Test
    void aBrokenSymmetryHasMoreRepresentativesAndGrowthHasNoMore() {
        assertThat(representatives(CLOS.withoutCable("l2", "s1")))
                .contains("loss of l1", "loss of l2", "loss of s1", "loss of s2")
                .doesNotContain("loss of l3", "loss of l4");
        assertThat(representatives(SmallClos.of(12, 4))).hasSameSizeAs(representatives(CLOS));
    }
}
