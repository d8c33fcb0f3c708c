package io.heddle.scenarios.drill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.heddle.scenarios.library.Library;
import io.heddle.scenarios.run.Runner;
import io.heddle.scenarios.scenario.Failures;
import io.heddle.scenarios.scenario.Scenario;
import io.heddle.scenarios.scenario.ScenarioCase;
import io.heddle.scenarios.scenario.ScenarioReader;
import io.heddle.scenarios.script.Casting;
import io.heddle.scenarios.script.Script;
import io.heddle.simulator.drill.Drill;
import io.heddle.simulator.drill.EndCheck;
import io.heddle.simulator.drill.Translated;
import io.heddle.simulator.drill.TranslationVerdict;
import io.heddle.simulator.event.Settings;
import io.heddle.simulator.timeline.SimTime;
import io.heddle.topology.plan.Plan;
import io.heddle.topology.yaml.Problems;
import io.heddle.topology.yaml.Setting;
import io.heddle.topology.yaml.SourceFiles;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The kinds of drills that docs/drill.md lists, each in a file beside this class. */
class DrillFilesTest {

    private static String text(String file) {
        try (InputStream in = Objects.requireNonNull(DrillFilesTest.class.getResourceAsStream(file + ".yaml"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static Scenario read(String file, String text) {
        Problems problems = new Problems();
        return ScenarioReader.read(file, text.getBytes(StandardCharsets.UTF_8), SourceFiles.none(), List.of(), problems)
                .orElseThrow(() -> new AssertionError(problems.toString()));
    }

    /** What came of a drill, and what is claimed of it. */
    private static DrillDetail run(ScenarioCase given, Script script) {
        return run(given, script, Settings.DEFAULT.with(given.pace().pace()));
    }

    static DrillDetail run(ScenarioCase given, Script script, Settings settings) {
        Plan plan = Runner.run(given.withOnly(Failures.NONE, Optional.empty()))
                .orThrow()
                .solved()
                .orElseThrow()
                .plan();
        DrillRunner runner = new DrillRunner(plan, given.devices(), given.controllers(), settings);
        Drill drill = Casting.of(script, plan, given.controllers()).orThrow().drill();
        var timeline = runner.timeline(drill);
        DrillResult result = runner.judge(drill, timeline);
        return new DrillDetail(
                result,
                timeline,
                script.claims().stream()
                        .map(each -> ClaimJudge.judge(each, result.verdict()))
                        .toList());
    }

    @TestFactory
    Stream<DynamicTest> whatIsClaimedOfEachHolds() {
        return Stream.of("routed-racks", "bridged-racks", "hidden-pods", "masquerade")
                .flatMap(file -> {
                    ScenarioCase given = read(file, text(file)).cases().getFirst();
                    return given.drills().stream()
                            .map(script ->
                                    DynamicTest.dynamicTest(file + ", " + script.name(), () -> holds(given, script)));
                });
    }

    /** Whole scenarios of the library about controllers, whose drills they are about. */
    @TestFactory
    Stream<DynamicTest> whatIsClaimedOfControllersHolds() {
        return Stream.of("controllers-announce", "controllers-fail-static").flatMap(name -> {
            ScenarioCase given = library(name).cases().getFirst();
            return given.drills().stream()
                    .map(script -> DynamicTest.dynamicTest(name + ", " + script.name(), () -> holds(given, script)));
        });
    }

    private static Scenario library(String name, String... settings) {
        Problems problems = new Problems();
        return Library.find(name, Stream.of(settings).map(Setting::parse).toList(), problems)
                .orElseThrow(() -> new AssertionError(problems.toString()));
    }

    private static Script drill(ScenarioCase given, String name) {
        return given.drills().stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void oneControllerAloneIsMissed() {
        ScenarioCase given =
                library("controllers-announce", "controllers=1").cases().getFirst();
        assertThat(run(given, drill(given, "one controller")).holds()).isFalse();
    }

    @Test
    void whatAPodWaitsForIsTold() {
        ScenarioCase given = library("controllers-announce").cases().getFirst();
        DrillDetail detail = run(given, drill(given, "a pod that no controller hears of"));
        assertThat(Story.of(detail.timeline()))
                .filteredOn(each -> each.kind() == Story.Kind.CONTROLLER)
                .extracting(Story.Line::where, Story.Line::what)
                .containsExactly(
                        tuple("node-1-1", "no controller lives: the report of its agent waits, 1 pod came or went"));
        // And what was lost is listed by where it ends, because of the sessions that ended.
        assertThat(detail.result().verdict().traps())
                .anyMatch(each ->
                        each.device().value().equals("leaf-1-1") && each.entry().contains("no route to 10.64.0.10"));
    }

    private static void holds(ScenarioCase given, Script script) {
        DrillDetail detail = run(given, script);
        assertThat(detail.judged()).isNotEmpty().allMatch(ClaimJudge.Judged::holds);
        assertThat(detail.result().end()).isInstanceOf(EndCheck.Agrees.class);
    }

    @Test
    void translationBeginsWithThePodThatIsNotExceptedAndEndsWithIt() {
        ScenarioCase given = read("masquerade", text("masquerade")).cases().getFirst();
        TranslationVerdict verdict = run(given, drill(given, "a pod starts in the other pool"))
                .result()
                .verdict()
                .translation();
        assertThat(verdict.atBeginning()).isEqualTo(8);
        assertThat(verdict.pairs()).isEqualTo(16);
        assertThat(verdict.atEnd()).isEqualTo(8);
        Translated late = verdict.translated().getLast();
        assertThat(late.most().block()).hasToString("10.65.0.2/32");
        assertThat(late.spells())
                .containsExactly(new Translated.Spell(
                        SimTime.ofSeconds(1), Optional.of(SimTime.ofSeconds(2)), "pod 10.65.0.2 on node-2-2 starts"));
    }

    /** Without a claim about it, a drill in which pods are translated does not hold; with the exception that was missing it does. */
    @Test
    void aMissingExceptionFailsADrillUntilItIsThere() {
        String claimless = text("masquerade").replaceAll("(?s)expect:\\s+- translated.*?(?=\\n\\n|\\n  - name|$)", "");
        ScenarioCase missing = read("masquerade", claimless).cases().getFirst();
        assertThat(run(missing, missing.drills().getFirst()).holds()).isFalse();
        ScenarioCase mended = read(
                        "masquerade", claimless.replace("{except: [10.64.0.0/16]}", "{except: [10.64.0.0/15]}"))
                .cases()
                .getFirst();
        DrillDetail detail = run(mended, mended.drills().getFirst());
        assertThat(detail.holds()).isTrue();
        assertThat(detail.result().verdict().translation()).isEqualTo(new TranslationVerdict(4, 0, 0, 0, List.of()));
    }

    /** Leafs learn the MACs of bridged pods themselves: what controllers add there is for VTEPs that cannot (docs/simulation.md). */
    @Test
    void bridgedPodsAreReachedWithoutAnyController() {
        String text = text("bridged-racks") + """
                  - name: no controller
                    events:
                      - {stop-controllers: all, silently: true}
                      - {start-pods: node-1-1, first: 10.10.128.10, at: 100s}
                    expect:
                      - outage: {from: node-1-2, to: node-2-1, under: 1ms}
                      - outage: {under: 100ms}
                      - cut-off: {pairs: 0}
                """ + "controllers: 2\n";
        ScenarioCase given = read("bridged", text).cases().getFirst();
        holds(given, drill(given, "no controller"));
    }

    /** The black holes of RFC 7938 section 8.2, and what helps. */
    @ParameterizedTest
    @CsvSource({
        "downward-default, one-leaf, 16",
        "downward-default, two-leafs, 0",
        "rack-aggregates, aggregates, 12",
        "rack-aggregates, aggregates-and-peer-link, 12",
        "rack-aggregates, host-routes, 0",
        "rack-aggregates, host-routes-and-peer-link, 0",
    })
    void aLostCableBehindASummaryIsABlackHole(String file, String name, long cutOff) {
        ScenarioCase given = read(file, text(file)).cases().stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow();
        DrillDetail detail = run(given, given.drills().getFirst());
        assertThat(detail.result().verdict().pairsLostForGood()).isEqualTo(cutOff);
        assertThat(detail.judged()).allMatch(ClaimJudge.Judged::holds);
        assertThat(detail.result().end()).isInstanceOf(EndCheck.Agrees.class);
    }

    /** Ten to see it, fifty to decide, ten to write (docs/simulation.md): no longer what the file claims of assumed times. */
    @Test
    void atThePaceOfFrrACutLinkCostsSeventyMilliseconds() {
        ScenarioCase given =
                read("paced", text("routed-racks") + "pace: frr\n").cases().getFirst();
        DrillDetail detail = run(given, drill(given, "link"));
        assertThat(detail.result().verdict().longest().nanos()).isBetween(68_000_000L, 78_000_000L);
        assertThat(detail.holds()).isFalse();
    }

    @Test
    void aPaceThatNobodyMeasuredIsRefused() {
        Problems problems = new Problems();
        byte[] text = (text("routed-racks") + "pace: os10\n").getBytes(StandardCharsets.UTF_8);
        assertThat(ScenarioReader.read("paced", text, SourceFiles.none(), List.of(), problems))
                .isEmpty();
        assertThat(problems.toString()).contains("os10", "assumed", "frr");
    }

    @Test
    void withoutTheDrainTheSpineIsMissed() {
        String text = text("routed-racks").replace("      - drain: spine-1\n", "");
        ScenarioCase given = read("mutant", text).cases().getFirst();
        Script script = given.drills().stream()
                .filter(each -> each.name().equals("maintenance drain"))
                .findFirst()
                .orElseThrow();
        assertThat(run(given, script).holds()).isFalse();
    }
}
