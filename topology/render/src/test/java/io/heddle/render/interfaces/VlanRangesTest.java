package io.heddle.render.interfaces;

import static org.assertj.core.api.Assertions.assertThat;

import io.heddle.model.net.VlanId;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class VlanRangesTest {

    private static String of(int... vlans) {
        return VlanRanges.of(IntStream.of(vlans).mapToObj(VlanId::new).toList());
    }

    @Test
    void threeInARowAreARange() {
        assertThat(of(12, 10, 11, 20)).isEqualTo("10-12 20");
    }

    @Test
    void twoInARowAreWrittenOut() {
        assertThat(of(10, 11, 20)).isEqualTo("10 11 20");
    }

    @Test
    void oneMayBeAlone() {
        assertThat(of(1)).isEqualTo("1");
    }
}
