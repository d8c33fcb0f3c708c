package io.heddle.scenarios.drill;

import static org.assertj.core.api.Assertions.assertThat;

import io.heddle.model.net.Prefix;
import io.heddle.scenarios.text.DrillText;
import io.heddle.scenarios.text.Style;
import io.heddle.simulator.drill.Drill;
import io.heddle.simulator.drill.DrillVerdict;
import io.heddle.simulator.drill.EndCheck;
import io.heddle.simulator.drill.PathWidth;
import io.heddle.simulator.drill.TranslationVerdict;
import io.heddle.simulator.timeline.Ending;
import io.heddle.simulator.timeline.Schedule;
import io.heddle.simulator.timeline.SimTime;
import io.heddle.simulator.timeline.Traffic;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DrillResultTest {

    private static final SimTime END = SimTime.ofSeconds(60);

    private static DrillResult ending(Ending ending, EndCheck check) {
        BigInteger one = BigInteger.ONE;
        return new DrillResult(
                Drill.of("switch", "loss of leaf-1", Schedule.NOTHING),
                new DrillVerdict(
                        2,
                        2,
                        0,
                        0,
                        List.of(),
                        List.of(),
                        Optional.empty(),
                        Optional.empty(),
                        0,
                        Traffic.NONE,
                        List.of(),
                        List.of(),
                        List.of(),
                        new PathWidth(one, one, one),
                        TranslationVerdict.NOBODY,
                        ending),
                check);
    }

    @Test
    void routesThatNeverComeToRestAreNamedAndDoNotSettle() {
        Ending never = new Ending.Oscillating(
                END, List.of(Prefix.parse("10.0.0.0/24")), "leaf-1 and leaf-2 change their minds about 10.0.0.0/24");
        DrillResult result = ending(never, new EndCheck.NotCompared("it did not come to rest"));
        assertThat(result.survives()).isTrue();
        assertThat(result.settles()).isFalse();
        assertThat(DrillText.of("wheel", new DrillSurvey(List.of(result), 1), Style.PLAIN))
                .contains("NO REST", "never comes to rest, stopped at 60.000 s; leaf-1 and leaf-2 change their minds")
                .contains("0 of 1 drills end in the stable state");
    }

    @Test
    void aDrillThatEndsInAnotherStateDoesNotSettle() {
        assertThat(ending(new Ending.Quiet(END), new EndCheck.Agrees(1, 1)).settles())
                .isTrue();
        assertThat(ending(new Ending.Quiet(END), new EndCheck.Differs(List.of()))
                        .settles())
                .isFalse();
        assertThat(ending(new Ending.CutShort(END, "a limit"), new EndCheck.NotCompared("it did not come to rest"))
                        .settles())
                .isFalse();
    }
}
