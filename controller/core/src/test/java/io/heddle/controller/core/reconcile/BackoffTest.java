package io.heddle.controller.core.reconcile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BackoffTest {

    @Test
    void pausesDoubleUpToTheMost() {
        Backoff backoff = new Backoff(1_000, 10_000);

        assertThat(IntStream.rangeClosed(1, 6).mapToObj(backoff::pause))
                .containsExactly(1_000L, 2_000L, 4_000L, 8_000L, 10_000L, 10_000L);
    }

    @Test
    void noNumberOfTriesMakesThePauseShorter() {
        Backoff backoff = new Backoff(3, Long.MAX_VALUE);

        for (int tries = 1; tries < 200; tries++) {
            assertThat(backoff.pause(tries + 1)).isGreaterThanOrEqualTo(backoff.pause(tries));
        }
        assertThat(backoff.pause(Integer.MAX_VALUE)).isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void pausesOfNothingAreRefused() {
        assertThatThrownBy(() -> new Backoff(0, 1)).hasMessageContaining("0 ms");
        assertThatThrownBy(() -> new Backoff(5, 4)).hasMessageContaining("4 ms");
        assertThatThrownBy(() -> new Backoff(1, 1).pause(0)).hasMessageContaining("0 tries");
    }
}
