package io.heddle.scenarios.html;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class NamesTest {

    private static final Names LEAFS =
            new Names(IntStream.rangeClosed(1, 80).mapToObj(i -> "leaf-" + i).toList());

    @Test
    void neighboursAreARange() {
        assertThat(LEAFS.some(List.of("leaf-9", "leaf-10", "leaf-11"))).isEqualTo("leaf-9 to leaf-11");
        assertThat(LEAFS.some(List.of("leaf-1", "leaf-2", "leaf-5"))).isEqualTo("leaf-1, leaf-2, leaf-5");
    }

    @Test
    void aRangeHasNoGap() {
        assertThat(LEAFS.some(List.of("leaf-1", "leaf-3", "leaf-5", "leaf-7", "leaf-9")))
                .isEqualTo("leaf-1, leaf-3, leaf-5 and 2 more");
    }

    @Test
    void strangersStandAlone() {
        assertThat(LEAFS.some(List.of("a:1", "b:2"))).isEqualTo("a:1, b:2");
        assertThat(LEAFS.some(List.of())).isEmpty();
    }
}
