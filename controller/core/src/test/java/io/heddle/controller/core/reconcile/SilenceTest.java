package io.heddle.controller.core.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SilenceTest {

    private static final List<String> ALL = List.of("a", "b", "c", "d");

    private final Silence<String> silence = new Silence<>(60_000, 0);

    @Test
    void whoIsNotHeardOfForTheTimeIsSilent() {
        ALL.forEach(each -> silence.heard(each, 10_000));
        List.of("b", "c", "d").forEach(each -> silence.heard(each, 60_000));

        assertThat(silence.silent(69_999, ALL)).isEmpty();
        assertThat(silence.silent(70_000, ALL)).containsExactly("a");
        silence.heard("a", 71_000);
        assertThat(silence.silent(72_000, ALL)).isEmpty();
    }

    @Test
    void whoeverIsCutOffFromMostAccusesNobody() {
        silence.heard("d", 60_000);
        assertThat(silence.silent(60_000, ALL)).isEmpty();
        silence.heard("c", 60_000);
        assertThat(silence.silent(60_000, ALL)).containsExactly("a", "b");
        assertThat(silence.silent(60_000, List.of("a"))).isEmpty();
    }

    @Test
    void whoBeginsToListenGivesEverybodyTheWholeTime() {
        List.of("b", "c", "d").forEach(each -> silence.heard(each, 99_000));
        silence.begin(100_000);
        List.of("b", "c", "d").forEach(each -> silence.heard(each, 155_000));

        assertThat(silence.silent(159_999, ALL)).isEmpty();
        assertThat(silence.silent(160_000, ALL)).containsExactly("a");
        assertThat(silence.of("a", 160_000)).isEqualTo(60_000);
    }
}
