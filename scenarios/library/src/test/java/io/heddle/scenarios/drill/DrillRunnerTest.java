package io.heddle.scenarios.drill;

import static org.assertj.core.api.Assertions.assertThat;

import io.heddle.scenarios.json.DrillSchema;
import io.heddle.scenarios.library.Library;
import io.heddle.scenarios.run.Progress;
import io.heddle.scenarios.run.Runner;
import io.heddle.scenarios.scenario.Failures;
import io.heddle.scenarios.scenario.ScenarioCase;
import io.heddle.scenarios.script.Casting;
import io.heddle.scenarios.script.Script;
import io.heddle.scenarios.text.DrillText;
import io.heddle.scenarios.text.Style;
import io.heddle.simulator.drill.Drill;
import io.heddle.simulator.drill.EndCheck;
import io.heddle.simulator.drill.Losses;
import io.heddle.simulator.event.Settings;
import io.heddle.simulator.timeline.Timeline;
import io.heddle.topology.plan.Plan;
import io.heddle.topology.yaml.Problems;
import io.heddle.topology.yaml.Setting;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DrillRunnerTest {

    private static final String RACK = "dell-kubeflow-rack";

    private static ScenarioCase scenario(String name, String... settings) {
        Problems problems = new Problems();
        return Library.find(name, Arrays.stream(settings).map(Setting::parse).toList(), problems)
                .orElseThrow(() -> new AssertionError(problems.toString()))
                .cases()
                .getFirst();
    }

    private static Plan plan(ScenarioCase given) {
        return Runner.run(given.withOnly(Failures.NONE, Optional.empty()))
                .orThrow()
                .solved()
                .orElseThrow()
                .plan();
    }

    private static DrillRunner runner(ScenarioCase given, Plan plan) {
        return new DrillRunner(plan, given.devices(), given.controllers(), Settings.DEFAULT);
    }

    private static DrillSurvey survey(ScenarioCase given) {
        Plan plan = plan(given);
        List<Drill> drills = Losses.representative(plan.fabric(), plan.endpoints());
        return runner(given, plan).survey(drills, Losses.every(plan.fabric()).size(), Progress.SILENT);
    }

    @Test
    void theRackSurvivesSwitchesAndCablesButNotCards() {
        DrillSurvey survey = survey(scenario(RACK));
        assertThat(survey.stoodFor()).isEqualTo(survey.possible());
        assertThat(survey.byKind().get("switch")).allMatch(DrillResult::survives);
        assertThat(survey.byKind().get("cable")).allMatch(DrillResult::survives);
        DrillResult worst = survey.results().getFirst();
        assertThat(worst.drill().text()).isEqualTo("loss of card nic0 of cloud-1-1");
        // One node's 110 pods and the 660 of the six others, both ways.
        assertThat(worst.verdict().pairsLostForGood()).isEqualTo(2 * 110 * 660);
        assertThat(DrillSchema.faults(survey)).isEmpty();
    }

    /** Each loss is told once, what nobody notices in one sentence, and nothing wraps at 80 columns. */
    @Test
    void theRankingOfTheRackIsReadAtEightyColumns() {
        String text = DrillText.of(RACK, survey(scenario(RACK)), Style.PLAIN);
        assertThat(text.lines()).allMatch(each -> each.length() < 80);
        assertThat(text).containsOnlyOnce("loss of   ").doesNotContain("messages", "pods gone");
        assertThat(text.lines().map(String::strip))
                .containsSequence(
                        "cable cloud-1-1:nic0p1            14        0      145,200   12.1 ms",
                        "-- leaf-1-1:ethernet1/1/4")
                .anyMatch(each -> each.startsWith("No pair of pods notices the loss of 39 others: cable "));
    }

    /** Two solvers, one answer, after every kind of single loss. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                RACK + "|pods.per-node=2||",
                "calico-as-per-rack|fabric.generate.racks=2|fabric.generate.nodes[0].count=2|pods.per-node=2",
                "calico-as-per-server|fabric.generate.racks=2|fabric.generate.nodes[0].count=2|pods.per-node=2",
                "calico-downward-default|fabric.generate.racks=2|fabric.generate.nodes[0].count=2|pods.per-node=2",
                "node-blocks|fabric.generate.racks=2|fabric.generate.nodes[0].count=2|pods.per-node=2",
                "rack-aggregates|fabric.generate.racks=2|fabric.generate.nodes[0].count=2|pods.per-node=2",
            })
    void everyDrillEndsInTheStableStateOfWhatIsLeft(String name, String one, String two, String three) {
        String[] settings =
                Stream.of(one, two, three).filter(each -> each != null).toArray(String[]::new);
        DrillSurvey survey = survey(scenario(name, settings));
        assertThat(survey.results()).isNotEmpty().allSatisfy(each -> assertThat(each.end())
                .as(each.drill().text())
                .isInstanceOf(EndCheck.Agrees.class));
    }

    @Test
    void theDrillsOfTheScenarioHold() {
        ScenarioCase given = scenario(RACK);
        Plan plan = plan(given);
        assertThat(given.drills()).isNotEmpty();
        for (Script each : given.drills()) {
            Drill drill = Casting.of(each, plan, 0).orThrow().drill();
            Timeline timeline = runner(given, plan).timeline(drill);
            DrillResult result = runner(given, plan).judge(drill, timeline);
            assertThat(each.claims()).isNotEmpty();
            assertThat(each.claims().stream().map(claim -> ClaimJudge.judge(claim, result.verdict())))
                    .as(each.name())
                    .allMatch(ClaimJudge.Judged::holds);
            assertThat(result.end()).as(each.name()).isInstanceOf(EndCheck.Agrees.class);
        }
    }
}
