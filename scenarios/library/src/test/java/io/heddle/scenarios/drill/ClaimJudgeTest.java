package io.heddle.scenarios.drill;

import static org.assertj.core.api.Assertions.assertThat;

import io.heddle.model.fabric.DeviceName;
import io.heddle.model.net.Bandwidth;
import io.heddle.scenarios.script.Claim;
import io.heddle.simulator.drill.DrillVerdict;
import io.heddle.simulator.drill.Interruption;
import io.heddle.simulator.drill.PairOutage;
import io.heddle.simulator.drill.PathWidth;
import io.heddle.simulator.drill.TierBandwidth;
import io.heddle.simulator.drill.TranslationVerdict;
import io.heddle.simulator.drill.Trap;
import io.heddle.simulator.timeline.Ending;
import io.heddle.simulator.timeline.SimTime;
import io.heddle.simulator.timeline.Traffic;
import io.heddle.simulator.walk.Arrival;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Every claim holds of one drill and fails of its mutant. */
class ClaimJudgeTest {

    private static final DeviceName A = DeviceName.of("a");
    private static final DeviceName B = DeviceName.of("b");
    private static final DrillVerdict CALM = verdict(List.of(), List.of(), 100, 0, 5);
    private static final DrillVerdict ROUGH = verdict(
            List.of(outage(Optional.of(SimTime.ofSeconds(2))), outage(Optional.empty())),
            List.of(new Trap(Arrival.LOOP, A, "back at a", SimTime.ZERO, Optional.empty(), 3)),
            50,
            4,
            500);

    private static PairOutage outage(Optional<SimTime> until) {
        return new PairOutage(
                List.of(A),
                List.of(B),
                "a to 10.0.0.1",
                7,
                List.of(new Interruption(SimTime.ZERO, until, 1, 2, "black-hole", "cut", "")));
    }

    private static DrillVerdict verdict(
            List<PairOutage> outages, List<Trap> traps, int gigabits, long gone, long messages) {
        BigInteger one = BigInteger.ONE;
        return new DrillVerdict(
                10,
                90,
                gone,
                0,
                outages,
                traps,
                Optional.of(SimTime.ofMillis(10)),
                Optional.of(SimTime.ofMillis(10 * messages)),
                3,
                new Traffic(messages, 1, 1, 100),
                List.of(),
                List.of(),
                List.of(new TierBandwidth(
                        "leaf to spine",
                        Bandwidth.gigabits(100),
                        Bandwidth.gigabits(gigabits),
                        Bandwidth.gigabits(100))),
                new PathWidth(one, one, one),
                TranslationVerdict.NOBODY,
                new Ending.Quiet(SimTime.ofSeconds(60)));
    }

    private static void holdsAndFails(Claim claim) {
        assertThat(ClaimJudge.judge(claim, CALM).holds()).isTrue();
        assertThat(ClaimJudge.judge(claim, ROUGH).holds()).isFalse();
    }

    @Test
    void outage() {
        holdsAndFails(new Claim.Outage(SimTime.ofSeconds(1), Optional.empty(), Optional.empty()));
        holdsAndFails(new Claim.Outage(SimTime.ofSeconds(1), Optional.of(A), Optional.of(B)));
        assertThat(ClaimJudge.judge(new Claim.Outage(SimTime.ofSeconds(1), Optional.of(B), Optional.empty()), ROUGH)
                        .holds())
                .isTrue();
    }

    @Test
    void anOutageThatDoesNotEndIsLongerThanAny() {
        Claim hour = new Claim.Outage(SimTime.ofSeconds(3600), Optional.empty(), Optional.empty());
        assertThat(ClaimJudge.judge(hour, ROUGH).holds()).isFalse();
    }

    @Test
    void cutOff() {
        holdsAndFails(new Claim.CutOff(0));
        assertThat(ClaimJudge.judge(new Claim.CutOff(7), ROUGH).holds()).isTrue();
    }

    @Test
    void gone() {
        holdsAndFails(new Claim.Gone(0));
    }

    @Test
    void loops() {
        holdsAndFails(new Claim.Loops(0));
    }

    @Test
    void overflows() {
        assertThat(ClaimJudge.judge(new Claim.Overflows(0), CALM).holds()).isTrue();
        assertThat(ClaimJudge.judge(new Claim.Overflows(1), CALM).holds()).isFalse();
    }

    @Test
    void settled() {
        holdsAndFails(new Claim.Settled(SimTime.ofSeconds(1)));
    }

    @Test
    void messages() {
        holdsAndFails(new Claim.Messages(10));
    }

    @Test
    void bandwidthLeft() {
        holdsAndFails(new Claim.BandwidthLeft("leaf to spine", 75));
        assertThat(ClaimJudge.judge(new Claim.BandwidthLeft("leaf to moon", 0), CALM))
                .satisfies(judged -> assertThat(judged.holds()).isFalse())
                .satisfies(judged -> assertThat(judged.found()).contains("leaf to spine"));
    }
}
