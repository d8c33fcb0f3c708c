package io.heddle.evpn.vrf;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MoveHistoryTest {

    private static final long SECOND = 1_000_000_000L;
    private static final MoveHistory.Limits LIMITS = MoveHistory.Limits.STANDARD;

    private static MoveHistory moves(int count, long apart) {
        MoveHistory history = MoveHistory.NONE;
        for (int i = 0; i < count; i++) {
            history = history.moved(i * apart, LIMITS);
        }
        return history;
    }

    @Test
    void fiveMovesWithinThreeMinutesAreADuplicate() {
        assertThat(moves(4, SECOND).duplicate()).isFalse();
        assertThat(moves(5, SECOND).duplicate()).isTrue();
    }

    @Test
    void slowMovesAreNoDuplicateHoweverMany() {
        MoveHistory slow = moves(1000, 45 * SECOND);

        assertThat(slow.duplicate()).isFalse();
        assertThat(slow.moves()).hasSize(4);
    }

    @Test
    void aDuplicateStaysOneUntilItIsCleared() {
        MoveHistory duplicate = moves(5, SECOND);

        assertThat(duplicate.moved(10_000 * SECOND, LIMITS)).isEqualTo(duplicate);
        assertThat(duplicate.cleared().moved(10_000 * SECOND, LIMITS).duplicate())
                .isFalse();
    }
}
