package io.heddle.scenarios.drill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.heddle.evpn.calc.TableEntry;
import io.heddle.model.audit.AuditReport;
import io.heddle.model.audit.Verdict;
import io.heddle.model.device.Overflow;
import io.heddle.model.device.Resource;
import io.heddle.model.fabric.DeviceName;
import io.heddle.model.tables.SwitchTables;
import io.heddle.scenarios.json.DrillJson;
import io.heddle.scenarios.scenario.ScenarioCase;
import io.heddle.scenarios.scenario.ScenarioReader;
import io.heddle.scenarios.script.Script;
import io.heddle.scenarios.text.DrillDetailText;
import io.heddle.scenarios.text.Style;
import io.heddle.simulator.drill.DrillStudy;
import io.heddle.simulator.drill.EndCheck;
import io.heddle.simulator.drill.Interruption;
import io.heddle.simulator.drill.NoRoom;
import io.heddle.simulator.event.NamedPace;
import io.heddle.simulator.event.Settings;
import io.heddle.simulator.timeline.Cause;
import io.heddle.simulator.timeline.Change;
import io.heddle.simulator.timeline.Ending;
import io.heddle.simulator.timeline.Moment;
import io.heddle.simulator.timeline.Replay;
import io.heddle.simulator.timeline.SimTime;
import io.heddle.simulator.timeline.Timeline;
import io.heddle.topology.yaml.Problems;
import io.heddle.topology.yaml.SourceFiles;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

/** What a drill says of a table that becomes too short on the way. */
class ShortTablesTest {

    private static final String LIMIT = "ipv4_route=40";

    /** Two leafs a rack in place of one. */
    private static final String PAIRED = LIMIT + " of two leafs";

    private static ScenarioCase given(String limit) {
        if (limit.equals(PAIRED)) {
            return read(text().replace("pair-mode: single", "pair-mode: independent")
                    .replace("ports: 1", "ports: 2"));
        }
        return read(text().replace(LIMIT, limit));
    }

    private static String text() {
        try (InputStream in = Objects.requireNonNull(ShortTablesTest.class.getResourceAsStream("short-tables.yaml"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static ScenarioCase read(String text) {
        Problems problems = new Problems();
        return ScenarioReader.read(
                        "short-tables", text.getBytes(StandardCharsets.UTF_8), SourceFiles.none(), List.of(), problems)
                .orElseThrow(() -> new AssertionError(problems.toString()))
                .cases()
                .getFirst();
    }

    private static DrillDetail run(String limit, String drill, Settings settings) {
        ScenarioCase given = given(limit);
        Script script = given.drills().stream()
                .filter(each -> each.name().equals(drill))
                .findFirst()
                .orElseThrow();
        return DrillFilesTest.run(given, script, settings);
    }

    private static long notWritten(DrillDetail detail) {
        return detail.timeline().moments().stream()
                .filter(each -> each.change() instanceof Change.NotWritten)
                .count();
    }

    @Test
    void whatFitsIsWrittenAndAgreesWithTheStableState() {
        DrillDetail detail = run(LIMIT, "a small job", Settings.DEFAULT);
        assertThat(notWritten(detail)).isZero();
        assertThat(detail.result().verdict().noRoom()).isEmpty();
        assertThat(detail.result().end()).isInstanceOf(EndCheck.Agrees.class);
        assertThat(detail.holds()).isTrue();
    }

    @Test
    void whatFindsNoRoomIsNamedWithItsTableAndWithThoseWhoLoseEachOther() {
        DrillDetail detail = run(LIMIT, "a job too large", Settings.DEFAULT);
        assertThat(detail.holds()).isTrue();
        assertThat(detail.result().end()).isInstanceOf(EndCheck.Overflowed.class);
        assertThat(detail.result().verdict().pairsLostForGood()).isPositive();
        for (NoRoom each : detail.result().verdict().noRoom()) {
            AuditReport report = detail.result().verdict().peaks().stream()
                    .filter(peak -> peak.device().equals(each.device()))
                    .findFirst()
                    .orElseThrow();
            assertThat(each.table()).isEqualTo("ipv4_route");
            assertThat(each.pairs()).isPositive();
            assertThat(DrillJson.of("short", NamedPace.ASSUMED, Optional.empty(), List.of(detail)))
                    .containsPattern("\"noRoom\" : \\[ \\{\\s+\"device\" : \""
                            + detail.result().verdict().noRoom().getFirst().device());
            var audit = report.resource(Resource.IPV4_ROUTE).orElseThrow();
            assertThat(audit.verdict()).isEqualTo(Verdict.OVERFLOWS);
            // What was wanted is what fits and what did not.
            assertThat(audit.reading().worstFailure().orElseThrow().use().used())
                    .isEqualTo(40 + each.entries());
        }
        assertThat(detail.result().verdict().noRoom()).hasSize(2);
        assertThat(detail.result().verdict().outages())
                .anyMatch(each -> each.lostAtEnd()
                        && each.interruptions().getLast().reason().contains("had no room in ipv4_route"));
        assertThat(DrillDetailText.of("short-tables", detail, Style.PLAIN))
                .contains("ipv4_route of leaf-1-1 had no room for")
                .contains("found no room in ipv4_route")
                .contains("of 40")
                .contains("drop-silently")
                .contains("Overflowed: 1 of 1 drills")
                .doesNotContain("two answers");
    }

    @Test
    void roomThatAppearsIsNotUsedByWhatWasRefused() {
        DrillDetail detail = run(LIMIT, "a job too large, and room again", Settings.DEFAULT);
        Replay replay = new Replay(detail.timeline());
        replay.playTo(detail.timeline().ending().at());
        // The routes of the node's 12 pods are gone; those that found no room before are still missing.
        assertThat(replay.tables(DeviceName.of("leaf-1-1")).orElseThrow().routes())
                .hasSize(40 - 12);
        assertThat(detail.result().end())
                .isInstanceOfSatisfying(EndCheck.Overflowed.class, overflowed -> assertThat(overflowed.differences())
                        .filteredOn(each -> each.device().equals(DeviceName.of("leaf-1-1")))
                        .singleElement()
                        .satisfies(each -> assertThat(each.put()).hasSize(16)));
        assertThat(detail.holds()).isTrue();
    }

    @Test
    void withAnUnknownLimitEverythingIsWritten() {
        DrillDetail detail = run("ipv4_route=unknown", "a job too large", Settings.DEFAULT);
        assertThat(notWritten(detail)).isZero();
        assertThat(detail.result().end()).isInstanceOf(EndCheck.Agrees.class);
        assertThat(detail.holds()).isFalse();
    }

    @Test
    void prefixesTravelOneByOneWhereNotAllOfAGroupFit() {
        DrillDetail plain = run(LIMIT, "a job too large", Settings.DEFAULT.withGroupsFrom(Settings.NEVER));
        DrillDetail grouped = run(LIMIT, "a job too large", Settings.DEFAULT.withGroupsFrom(0));
        assertThat(grouped.timeline().moments()).isEqualTo(plain.timeline().moments());
        assertThat(notWritten(grouped)).isPositive();
    }

    @Test
    void atFullTablesFromTheBeginningTheTimelineBeginsWithWhatIsMissing() {
        DrillDetail detail = run("ipv4_route=12", "a small job", Settings.DEFAULT);
        assertThat(detail.timeline().moments().getFirst().change()).isInstanceOf(Change.NotWritten.class);
        assertThat(detail.result().verdict().atBeginning()).isPositive();
        assertThat(detail.result().end()).isInstanceOf(EndCheck.Overflowed.class);
    }

    /** A node knows what its leaf announces, not what the leaf's hardware holds: the flows that it hashes there are lost. */
    @Test
    void aNodeSendsHalfToALeafThatAnnouncesWhatItCouldNotWrite() {
        assertThat(lostWhere(true)).hasValueCloseTo(0.5, within(0.001));
        // One that has no route and says so is avoided.
        assertThat(lostWhere(false)).isEmpty();
    }

    /** The worst share of flows that pods on the other nodes lose, where one leaf lacks the route to a pod that others have. */
    private static OptionalDouble lostWhere(boolean announced) {
        DrillDetail whole = run(PAIRED, "a small job", Settings.DEFAULT);
        Timeline timeline = whole.timeline();
        SwitchTables leaf = Objects.requireNonNull(timeline.tables().get(DeviceName.of("leaf-1-1")));
        TableEntry.Route route = leaf.routes()
                .filter(each -> each.prefix().length() == 32
                        && each.nextHops().size() == 2
                        && timeline.endpoints().nodes().stream().anyMatch(node -> node.get(0)
                                .ipv4()
                                .filter(each.prefix()::contains)
                                .isPresent()))
                .map(TableEntry.Route::new)
                .findFirst()
                .orElseThrow();
        Cause cause = new Cause(Cause.Kind.OWN, "by hand");
        List<Moment> moments = new ArrayList<>();
        moments.add(
                new Moment(SimTime.ZERO, new Change.TablesChanged(leaf.device(), List.of(), List.of(route)), cause));
        if (announced) {
            moments.add(new Moment(
                    SimTime.ZERO, new Change.NotWritten(leaf.device(), route, "ipv4_route", Overflow.UNKNOWN), cause));
        }
        Timeline changed = timeline.with(moments, timeline.traffic(), new Ending.Quiet(SimTime.ofSeconds(1)));
        return DrillStudy.of(changed, _ -> Optional.empty()).outages().stream()
                .flatMap(each -> each.interruptions().stream())
                .mapToDouble(Interruption::worstShare)
                .max();
    }
}
