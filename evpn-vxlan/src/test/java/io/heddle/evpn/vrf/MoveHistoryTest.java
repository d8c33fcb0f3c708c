package io.heddle.evpn.vrf;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MoveHistoryTest {

    private static final long SECOND = 1_000_000_000L;
    private static final DuplicateDetection DETECTION = DuplicateDetection.STANDARD;

    /** To own ports first, then to and fro. */
    private static MoveHistory moves(int count, long apart, DuplicateDetection detection) {
        MoveHistory history = MoveHistory.NONE;
        for (int i = 0; i < count; i++) {
            history = history.moved(i % 2 == 0, i * apart, detection);
        }
        return history;
    }

    @Test
    void fiveMovesWithinThreeMinutesAreADuplicate() {
        assertThat(moves(4, SECOND, DETECTION).isDuplicate()).isFalse();
        assertThat(moves(5, SECOND, DETECTION).isDuplicate()).isTrue();
        assertThat(moves(5, 44 * SECOND, DETECTION).isDuplicate()).isTrue();
    }

    @Test
    void slowMovesAreNoDuplicateHoweverMany() {
        MoveHistory slow = moves(1000, 45 * SECOND, DETECTION);

        assertThat(slow.isDuplicate()).isFalse();
        assertThat(slow.moves()).isBetween(1, 4);
    }

    /** The fifth move of these comes 180.5 seconds after the first. */
    @Test
    void frrCountsWholeSeconds() {
        long apart = 45 * SECOND + SECOND / 8;

        assertThat(moves(5, apart, DuplicateDetection.FRR).isDuplicate()).isTrue();
        assertThat(moves(5, apart, DETECTION).isDuplicate()).isFalse();
    }

    @Test
    void whatMovesAmongOthersStartsNoCount() {
        MoveHistory history = MoveHistory.NONE;
        for (int i = 0; i < 20; i++) {
            history = history.moved(false, i, DETECTION);
        }

        assertThat(history).isEqualTo(MoveHistory.NONE);
    }

    @Test
    void aDuplicateStaysOne() {
        MoveHistory duplicate = moves(5, SECOND, DETECTION);

        assertThat(duplicate.moved(true, 10_000 * SECOND, DETECTION)).isEqualTo(duplicate);
        assertThat(duplicate.isOver(10_000 * SECOND, DETECTION)).isFalse();
    }
}
