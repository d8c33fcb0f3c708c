package io.heddle.test.outage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Today's simulation beside outages of real FRR that were recorded ({@code outages.csv}). */
class OutageFidelityTest {

    /** More is reached: {@code docs/simulation.md}. */
    private static final double SHARE = 0.95;

    private static final int RUNS = 20;

    private static List<Verdict> verdicts = List.of();

    @BeforeAll
    static void predict() throws Exception {
        verdicts = OutageFigures.verdicts();
    }

    @Test
    void outagesThatNothingWasFittedToFallIntoThePredictedInterval() {
        List<Verdict> judged = verdicts.stream().filter(OutageFigures::isJudged).toList();
        assertThat(judged).hasSizeGreaterThan(16);
        assertThat(OutageFigures.insideShare(judged)).as("%s", judged).isGreaterThanOrEqualTo(SHARE);
    }

    @Test
    void intervalsAreAtMostHalfAsWideAgainAsReality() {
        assertThat(verdicts).allMatch(Verdict::isNarrow);
    }

    @Test
    void everyDrillWasRunOftenEnough() {
        assertThat(verdicts).hasSize(19).allMatch(each -> each.real().length >= RUNS);
    }

    @Test
    void aSimulationThatIsTwiceAsQuickIsFoundOut() {
        List<Verdict> quick = verdicts.stream()
                .map(each -> new Verdict(each.drill(), each.real(), 0, halved(each.predicted())))
                .filter(OutageFigures::isJudged)
                .toList();
        assertThat(OutageFigures.insideShare(quick)).isLessThan(0.5);
    }

    private static long[] halved(long[] times) {
        long[] halved = times.clone();
        for (int i = 0; i < halved.length; i++) {
            halved[i] /= 2;
        }
        return halved;
    }
}
