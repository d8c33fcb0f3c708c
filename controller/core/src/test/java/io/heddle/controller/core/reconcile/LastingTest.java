package io.heddle.controller.core.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class LastingTest {

    private final Lasting<String> lasting = new Lasting<>(1_000);

    @Test
    void whatIsUnderWayIsNotTold() {
        assertThat(lasting.look(0, List.of("a"))).isEmpty();
        assertThat(lasting.look(999, List.of("a"))).isEmpty();
        assertThat(lasting.look(1_000, List.of("a", "b"))).containsExactly("a");
    }

    @Test
    void whatWasGoneInBetweenBeginsAnew() {
        lasting.look(0, List.of("a"));
        lasting.look(500, List.of());

        assertThat(lasting.look(1_000, List.of("a"))).isEmpty();
        assertThat(lasting.look(2_000, List.of("a"))).containsExactly("a");
    }
}
