package io.heddle.scenarios.html;

import static org.assertj.core.api.Assertions.assertThat;

import io.heddle.simulator.timeline.SimTime;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class StretchedTimeTest {

    private static final long MILLISECOND = 1_000_000;

    private final StretchedTime time = new StretchedTime(at(0, 10, 20_000));

    private static List<SimTime> at(long... milliseconds) {
        return LongStream.of(milliseconds)
                .mapToObj(each -> new SimTime(each * MILLISECOND))
                .toList();
    }

    @Test
    void placesGrowWithTimeFromOneEndToTheOther() {
        List<Double> places = at(0, 1, 5, 10, 11, 5_000, 19_999, 20_000).stream()
                .map(time::place)
                .toList();

        assertThat(places).isSorted().doesNotHaveDuplicates().startsWith(0.0).endsWith(1.0);
    }

    @Test
    void tenMillisecondsOfTwentySecondsAreSeen() {
        assertThat(time.place(at(10).getFirst())).isBetween(0.1, 0.3);
    }

    @Test
    void whatLiesOutsideStandsAtTheNearerEnd() {
        assertThat(time.place(at(30_000).getFirst())).isEqualTo(1);
    }

    @Test
    void oneMomentHasOnePlace() {
        assertThat(new StretchedTime(at(0)).place(SimTime.ZERO)).isZero();
        assertThat(new StretchedTime(List.of()).place(SimTime.ZERO)).isZero();
    }
}
