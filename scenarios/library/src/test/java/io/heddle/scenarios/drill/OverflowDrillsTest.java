package io.heddle.scenarios.drill;

import static org.assertj.core.api.Assertions.assertThat;

import io.heddle.model.audit.TableAudit;
import io.heddle.model.device.Evidence;
import io.heddle.model.device.Limit;
import io.heddle.model.device.Overflow;
import io.heddle.model.device.Resource;
import io.heddle.model.fabric.DeviceName;
import io.heddle.model.fabric.Outage;
import io.heddle.model.fabric.ProfileRef;
import io.heddle.model.net.IpAddress;
import io.heddle.scenarios.html.DrillReport;
import io.heddle.scenarios.json.DrillJson;
import io.heddle.scenarios.run.Runner;
import io.heddle.scenarios.scenario.Failures;
import io.heddle.scenarios.scenario.ScenarioCase;
import io.heddle.scenarios.scenario.ScenarioReader;
import io.heddle.scenarios.script.Casting;
import io.heddle.scenarios.script.Script;
import io.heddle.scenarios.text.DrillDetailText;
import io.heddle.scenarios.text.Style;
import io.heddle.simulator.drill.DrillStudy;
import io.heddle.simulator.drill.EndCheck;
import io.heddle.simulator.drill.NoRoom;
import io.heddle.simulator.event.EventSimulation;
import io.heddle.simulator.event.NamedPace;
import io.heddle.simulator.event.Settings;
import io.heddle.simulator.timeline.Change;
import io.heddle.simulator.timeline.Ending;
import io.heddle.simulator.timeline.Replay;
import io.heddle.simulator.timeline.Timeline;
import io.heddle.simulator.walk.Forwarding;
import io.heddle.simulator.walk.Walk;
import io.heddle.topology.plan.Plan;
import io.heddle.topology.yaml.Problems;
import io.heddle.topology.yaml.SourceFiles;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a drill comes to where a table is full, for each thing that an operating system may then do. */
class OverflowDrillsTest {

    private static final String TOO_LARGE = "a job too large";

    /** The first case of a file beside this class, with some text in the place of other text. */
    private static ScenarioCase given(String file, String before, String after) {
        try {
            Path path = Path.of(Objects.requireNonNull(OverflowDrillsTest.class.getResource(file + ".yaml"))
                    .toURI());
            byte[] text = Files.readString(path).replace(before, after).getBytes(StandardCharsets.UTF_8);
            Problems problems = new Problems();
            return ScenarioReader.read(file, text, SourceFiles.beside(path), List.of(), problems)
                    .orElseThrow(() -> new AssertionError(problems.toString()))
                    .cases()
                    .getFirst();
        } catch (IOException | URISyntaxException e) {
            throw new AssertionError(e);
        }
    }

    private static ScenarioCase given(String file) {
        return given(file, "", "");
    }

    private static DrillDetail run(ScenarioCase given, String drill) {
        Script script = given.drills().stream()
                .filter(each -> each.name().equals(drill))
                .findFirst()
                .orElseThrow();
        return DrillFilesTest.run(given, script, Settings.DEFAULT);
    }

    private static List<String> remarks(DrillDetail detail) {
        return detail.timeline().moments().stream()
                .map(each -> each.change())
                .filter(Change.Remark.class::isInstance)
                .map(Change.Remark.class::cast)
                .map(each -> each.who() + " " + each.text())
                .toList();
    }

    @TestFactory
    Stream<DynamicTest> whatIsClaimedOfEachHolds() {
        return Stream.of("overflow-crash", "overflow-not-advertised", "overflow-punt-to-cpu")
                .flatMap(file -> given(file).drills().stream()
                        .map(script -> DynamicTest.dynamicTest(file + ", " + script.name(), () -> {
                            DrillDetail detail = run(given(file), script.name());
                            assertThat(detail.judged()).isNotEmpty().allMatch(ClaimJudge.Judged::holds);
                            // What is not announced is missing at the end; crashed switches are gone, and processors
                            // forward.
                            assertThat(detail.result().end())
                                    .isInstanceOf(
                                            file.equals("overflow-not-advertised")
                                                    ? EndCheck.Overflowed.class
                                                    : EndCheck.Agrees.class);
                        })));
    }

    /** With room for everything nothing of it happens, and the claims say so. */
    @ParameterizedTest
    @CsvSource({"overflow-crash", "overflow-not-advertised", "overflow-punt-to-cpu"})
    void withRoomForEverythingTheClaimsFail(String file) {
        String devices = "files: [small-switch.yaml]\n";
        String row = "small-switch/any/" + file.substring("overflow-".length());
        ScenarioCase roomy = given(file, devices, devices + "  limits: ['" + row + ":ipv4_route=400']\n");
        DrillDetail detail = run(roomy, TOO_LARGE);
        assertThat(detail.holds()).isFalse();
        assertThat(detail.result().verdict().noRoom()).isEmpty();
        assertThat(detail.result().end()).isInstanceOf(EndCheck.Agrees.class);
    }

    // Crash.

    @Test
    void aSwitchThatCrashesTooOftenStaysDown() {
        DrillDetail detail = run(given("overflow-crash"), TOO_LARGE);
        assertThat(remarks(detail))
                .containsExactly(
                        "leaf-1-1 stays down until somebody starts it: it crashed 4 times, and is started no more than 3 times in"
                                + " 1200 s",
                        "leaf-2-1 stays down until somebody starts it: it crashed 4 times, and is started no more than 3 times in"
                                + " 1200 s");
        assertThat(detail.timeline().ending()).isInstanceOf(Ending.Quiet.class);
        assertThat(DrillDetailText.of("crash", detail, Style.PLAIN))
                .contains("ipv4_route of leaf-1-1 had no room for 1 entry")
                .contains("it crashed 4 times, and 1,440 pairs of pods lost packets since")
                .contains("leaf-1-1 crashes: no room in ipv4_route")
                .contains("Two solvers, one answer");
        assertThat(DrillJson.of("crash", NamedPace.ASSUMED, Optional.empty(), List.of(detail)))
                .contains("\"whenFull\" : \"crash\"")
                .contains("\"crashes\" : 4");
        assertThat(DrillReport.render("crash", NamedPace.ASSUMED, Optional.empty(), List.of(detail)))
                .contains("Tables without room")
                .contains("it crashed 4 times");
    }

    @Test
    void aSwitchThatNobodySaysIsStartedAgainStaysDownAtOnce() {
        DrillDetail detail =
                run(given("overflow-crash", "small-switch/any/crash", "small-switch/any/crash-once"), TOO_LARGE);
        assertThat(remarks(detail)).hasSize(2).allMatch(each -> each.contains("nobody says that it starts by itself"));
        assertThat(detail.result().verdict().noRoom())
                .extracting(NoRoom::crashes)
                .containsExactly(1, 1);
        assertThat(detail.result().end()).isInstanceOf(EndCheck.Agrees.class);
    }

    @Test
    void crashesWithoutEndAreFoundOutAndExplained() {
        DrillDetail detail =
                run(given("overflow-crash", "small-switch/any/crash", "small-switch/any/crash-for-ever"), TOO_LARGE);
        assertThat(detail.timeline().ending()).isInstanceOfSatisfying(Ending.Oscillating.class, each -> assertThat(
                        each.text())
                .isEqualTo("leaf-1-1 crashes whenever it has started, 10 times so far: what it is told finds no room in"
                        + " ipv4_route"));
        assertThat(detail.result().survives()).isFalse();
        assertThat(DrillDetailText.of("crash", detail, Style.PLAIN)).contains("crashes whenever it has started");
    }

    @Test
    void whoIsDownFromTheBeginningIsNamed() {
        String devices = "files: [small-switch.yaml]\n";
        ScenarioCase tiny =
                given("overflow-crash", devices, devices + "  limits: ['small-switch/any/crash:ipv4_route=5']\n");
        DrillDetail detail = run(tiny, "a small job");
        assertThat(remarks(detail))
                .hasSize(2)
                .allMatch(each -> each.contains("has crashed before anything happened, stays down"));
        assertThat(detail.timeline().outage().devices())
                .containsExactlyInAnyOrder(DeviceName.of("leaf-1-1"), DeviceName.of("leaf-2-1"));
        assertThat(detail.result().verdict().atBeginning()).isPositive();
        assertThat(detail.result().end()).isInstanceOf(EndCheck.Agrees.class);
    }

    // Not advertised.

    /** Nodes have two leafs. One has no room and says nothing: they use the other. With a word of it they would lose half of the flows. */
    @Test
    void whereOneLeafSaysNothingTheOtherIsUsed() {
        assertThat(lostForGood(Overflow.Action.NOT_ADVERTISED)).isZero();
        assertThat(lostForGood(Overflow.Action.DROP_SILENTLY)).isPositive();
    }

    private static long lostForGood(Overflow.Action action) {
        ScenarioCase given = given(
                "overflow-not-advertised",
                "leaf: small-switch/any/not-advertised",
                "leaf: crystalnet-router/any/short-fib");
        Plan plan = Runner.run(given.withOnly(Failures.NONE, Optional.empty()))
                .orThrow()
                .solved()
                .orElseThrow()
                .plan();
        ProfileRef row = action == Overflow.Action.NOT_ADVERTISED
                ? new ProfileRef("small-switch", "any", "not-advertised")
                : new ProfileRef("crystalnet-router", "any", "short-fib");
        TableAudit audit = TableAudit.of(given.devices()
                .find(row)
                .orElseThrow()
                .withLimit(Resource.IPV4_ROUTE, new Limit.Entries(40), Evidence.NONE));
        Script script = given.drills().getFirst();
        var schedule = Casting.of(script, plan, 0).orThrow().drill().schedule();
        Timeline timeline = EventSimulation.run(
                        plan.fabric(),
                        plan.config(),
                        plan.endpoints(),
                        Outage.NONE,
                        schedule,
                        Settings.DEFAULT.with(Map.of(DeviceName.of("leaf-1-1"), audit)))
                .timeline();
        assertThat(EndCheck.of(timeline)).isInstanceOf(EndCheck.Overflowed.class);
        return DrillStudy.of(timeline, _ -> Optional.empty()).pairsLostForGood();
    }

    @Test
    void whatIsNotAnnouncedIsToldWithWhoLosesPacketsForIt() {
        DrillDetail detail = run(given("overflow-not-advertised"), TOO_LARGE);
        assertThat(DrillDetailText.of("quiet", detail, Style.PLAIN))
                .contains("17 entries found no room in ipv4_route, and are not announced")
                .contains("leaf-1-1 had no room in ipv4_route and announces no way")
                .contains("they are not announced, and 408 pairs of pods lost packets");
    }

    // Punt to CPU.

    @Test
    void whatTheProcessorForwardsIsToldWithItsRate() {
        DrillDetail detail = run(given("overflow-punt-to-cpu"), TOO_LARGE);
        assertThat(DrillDetailText.of("slow", detail, Style.PLAIN))
                .contains("16 entries found no room in ipv4_route, and the processor forwards")
                .contains("packets of 384 pairs of pods went by its processor")
                .contains("which forwards 2,000 packets a second for all of them together");
        assertThat(DrillJson.of("slow", NamedPace.ASSUMED, Optional.empty(), List.of(detail)))
                .contains("\"pairsInSoftware\" : 384")
                .contains("\"packetsPerSecond\" : 2000");
    }

    @Test
    void aPacketsWaySaysThatTheProcessorForwardsIt() {
        Timeline timeline = run(given("overflow-punt-to-cpu"), TOO_LARGE).timeline();
        Replay replay = new Replay(timeline);
        Forwarding forwarding = new Forwarding(timeline.fabric(), timeline.config(), replay);
        replay.playTo(timeline.ending().at());
        Walk walk = Walk.of(forwarding, forwarding.fromNode(DeviceName.of("node-1-1"), IpAddress.parse("10.64.0.134")));
        assertThat(walk.inSoftware()).containsExactly(DeviceName.of("leaf-1-1"));
        assertThat(walk.arriving()).isEqualTo(1);
        assertThat(walk.steps()).anyMatch(each -> each.reason()
                .endsWith(", in software: the processor forwards 2000 packets a second in all"));
    }
}
