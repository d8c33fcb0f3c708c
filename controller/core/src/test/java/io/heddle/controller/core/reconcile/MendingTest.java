package io.heddle.controller.core.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import io.heddle.controller.core.announce.RouteKey;
import io.heddle.controller.core.reconcile.Mending.Round;
import io.heddle.model.net.Prefix;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class MendingTest {

    private static final RouteKey POD = RouteKey.of(Prefix.parse("10.64.0.5/32"));
    private static final long GRACE = 2_000;

    private final Mending mending = new Mending(new Backoff(1_000, 4_000), GRACE);

    private Round look(long now, RouteKey... missing) {
        return mending.look(now, List.of(missing), true);
    }

    @Test
    void aRouteThatWasJustToldIsGivenTime() {
        assertThat(look(0, POD).isQuiet()).isTrue();
        assertThat(look(GRACE - 1, POD).isQuiet()).isTrue();
        assertThat(mending.standing(GRACE - 1)).isEmpty();
        assertThat(look(GRACE).mended()).isEmpty();
        assertThat(look(GRACE + 1, POD).isQuiet()).isTrue();
    }

    @Test
    void whatIsMissingIsTakenBackAndToldAgainAtTheNextLook() {
        look(0, POD);

        assertThat(look(2_000, POD)).isEqualTo(new Round(List.of(POD), List.of(), List.of()));
        assertThat(look(3_000, POD)).isEqualTo(new Round(List.of(), List.of(POD), List.of()));
        assertThat(look(3_500)).isEqualTo(new Round(List.of(), List.of(), List.of(POD)));
        assertThat(look(4_000).mended()).isEmpty();
    }

    @Test
    void whatCannotBeMendedIsTriedEverMoreSeldom() {
        List<Long> tried = new ArrayList<>();
        for (long now = 0; now < 30_000; now += 500) {
            if (!look(now, POD).takeBack().isEmpty()) {
                tried.add(now);
            }
        }

        // Told again half a second after each, and then 1, 2, 4, 4 s of peace.
        assertThat(tried).containsExactly(2_000L, 3_500L, 6_000L, 10_500L, 15_000L, 19_500L, 24_000L, 28_500L);
        assertThat(mending.standing(30_000).get(POD)).satisfies(lack -> {
            assertThat(lack.since()).isZero();
            assertThat(lack.tries()).isEqualTo(8);
        });
    }

    @Test
    void aLookThatIsNotTrustedTakesNothingBack() {
        for (long now = 0; now < 30_000; now += 500) {
            assertThat(mending.look(now, List.of(POD), false).takeBack()).isEmpty();
        }
        assertThat(mending.standing(30_000)).containsOnlyKeys(POD);
    }

    @Test
    void whatWasTakenBackIsToldAgainEvenByALookThatIsNotTrusted() {
        look(0, POD);
        assertThat(look(2_000, POD).takeBack()).containsExactly(POD);

        assertThat(mending.look(2_500, List.of(POD), false).tellAgain()).containsExactly(POD);
    }

    @Test
    void aRouteThatCameBackWhileItWasTakenBackIsToldAgain() {
        look(0, POD);
        look(2_000, POD);

        assertThat(look(2_500)).isEqualTo(new Round(List.of(), List.of(POD), List.of(POD)));
    }

    @Test
    void fewAreTakenBackAtOnce() {
        List<RouteKey> many = new ArrayList<>();
        for (int i = 0; i < 3 * Mending.MOST_AT_ONCE; i++) {
            many.add(RouteKey.of(
                    Prefix.host(Prefix.parse("10.64.0.0/16").address().plus(i))));
        }
        mending.look(0, many, true);

        assertThat(mending.look(2_000, many, true).takeBack())
                .containsExactlyElementsOf(many.subList(0, Mending.MOST_AT_ONCE));
    }
}
