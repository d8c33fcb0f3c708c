package io.heddle.controller.http.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WatchLogTest {

    private final WatchLog log = new WatchLog(4, 10_000, 10);

    @Test
    void aWatcherIsToldWhatCameBehindItsRevision() {
        log.add(11, "changed", "a");
        log.add(12, "changed", "b");

        assertThat(told(10)).containsExactly("a", "b");
        assertThat(told(11)).containsExactly("b");
        assertThat(told(12)).isEmpty();
    }

    @Test
    void whatMadeNoRevisionIsToldAgain() {
        log.add(11, "changed", "a");
        log.add(11, "session", "up");
        log.add(12, "changed", "b");

        assertThat(told(11)).containsExactly("up", "b");
    }

    @Test
    void aRevisionOfBeforeOrOfNeverHasNoPlace() {
        assertThat(log.place(9)).isEmpty();
        assertThat(log.place(10)).contains(0L);
        assertThat(log.place(11)).isEmpty();
        for (int i = 11; i <= 16; i++) {
            log.add(i, "changed", "x" + i);
        }
        assertThat(log.place(12)).isEmpty();
        assertThat(told(13)).containsExactly("x14", "x15", "x16");
    }

    @Test
    void theLogIsBoundedInSizeToo() {
        String large = "x".repeat(4_000);
        for (int i = 11; i <= 14; i++) {
            log.add(i, "changed", large);
        }

        assertThat(log.place(12)).isEmpty();
        assertThat(told(13)).hasSize(1);
        assertThat(log.hasPassed(0)).isTrue();
        assertThat(log.hasPassed(2)).isFalse();
    }

    @Test
    void oneEventLargerThanAllIsKeptAlone() {
        log.add(11, "changed", "a");
        log.add(12, "changed", "x".repeat(20_000));

        assertThat(told(11)).isEmpty();
        assertThat(log.after(1).orElseThrow().revision()).isEqualTo(12);
    }

    private List<String> told(long after) {
        List<String> told = new ArrayList<>();
        Optional<Long> place = log.place(after);
        if (place.isPresent()) {
            for (Optional<WatchEvent> each = log.after(place.get());
                    each.isPresent();
                    each = log.after(each.get().number())) {
                told.add(each.get().data());
            }
        }
        return told;
    }
}
