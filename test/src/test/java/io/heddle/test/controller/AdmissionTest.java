package io.heddle.test.controller;

import static org.assertj.core.api.Assertions.assertThat;

import io.heddle.controller.core.AttachmentKey;
import io.heddle.controller.core.Controller;
import io.heddle.controller.core.Demand;
import io.heddle.controller.core.Event;
import io.heddle.controller.core.Judge;
import io.heddle.controller.core.Judgement;
import io.heddle.controller.core.Pod;
import io.heddle.controller.core.State;
import io.heddle.controller.core.TableUse;
import io.heddle.controller.core.layout.Layout;
import io.heddle.controller.core.layout.Limits;
import io.heddle.controller.core.layout.NodePlace;
import io.heddle.controller.core.layout.NodePlace.PodAnnouncer;
import io.heddle.controller.core.layout.NodePlace.PodForm;
import io.heddle.controller.daemon.admission.Forecast;
import io.heddle.controller.daemon.admission.TableJudge;
import io.heddle.controller.daemon.layout.PlannedLayout;
import io.heddle.controller.daemon.layout.SilentVteps;
import io.heddle.model.config.StaticRoute;
import io.heddle.model.endpoint.Endpoint;
import io.heddle.model.fabric.DeviceName;
import io.heddle.model.net.Asn;
import io.heddle.model.net.IpAddress;
import io.heddle.model.net.Prefix;
import io.heddle.model.tables.EntryKind;
import io.heddle.model.tables.TableCounts;
import io.heddle.scenarios.scenario.ScenarioCase;
import io.heddle.test.fabrics.PlannedFile;
import io.heddle.topology.plan.Plan;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two leafs whose tables hold 30 routes, and what is let in there. */
class AdmissionTest {

    private static final DeviceName NODE = DeviceName.of("node-1-1");
    private static final DeviceName LEAF = DeviceName.of("leaf-1-1");

    private final Controller lenient = new Controller(Judge.LENIENT);
    private ScenarioCase scenario;
    private Plan plan;
    private Layout layout;
    private State state;

    @BeforeEach
    void registered() throws Exception {
        PlannedFile planned = PlannedFile.beside(AdmissionTest.class, "/io/heddle/test/southbound/held.yaml");
        scenario = planned.only();
        plan = planned.plan();
        layout = PlannedLayout.of(
                plan, "pods", Limits.DEFAULT, Map.of(LEAF, false), new SilentVteps(new Asn(64999), Map.of()));
        state = lenient.on(State.EMPTY, new Event.Configured(layout)).state();
        state = lenient.on(state, new Event.NodeRegistered(NODE, "")).state();
    }

    private Judge judge() {
        return new TableJudge(plan, scenario.devices(), true);
    }

    private static List<Pod> pods(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(each -> {
                    IpAddress address = IpAddress.parse("10.64.0.0").plus(each);
                    Endpoint pod = new Endpoint(
                            Optional.empty(), NODE, Endpoint.macOf(address), Optional.of(address), Optional.empty());
                    return Pod.of(pod, "pods", 1_700_000_000_000L);
                })
                .toList();
    }

    private State seenForeign(int routes) {
        long[] counts = new long[EntryKind.values().length];
        counts[EntryKind.ROUTE_V4.ordinal()] = routes;
        TableCounts foreign = TableCounts.of(counts);
        return lenient.on(state, new Event.TableUseSeen(new TableUse(LEAF, foreign, foreign, "kernel")))
                .state();
    }

    @Test
    void theLayoutSaysWhereANodeHangsAndWhoAnnouncesIt() {
        NodePlace place = layout.nodes().get(NODE).orElseThrow();

        assertThat(place.announcer()).isEqualTo(PodAnnouncer.CONTROLLER);
        assertThat(place.routes()).isEqualTo(PodForm.HOSTS);
        assertThat(place.planned()).containsExactly(Prefix.parse("10.64.0.0/26"));
        assertThat(place.uplinks()).singleElement().satisfies(each -> {
            assertThat(each.leaf()).isEqualTo(LEAF);
            assertThat(each.ipv4()).isPresent();
            assertThat(Prefix.parse("10.10.0.0/16").contains(each.ipv4().orElseThrow()))
                    .isTrue();
        });
        assertThat(layout.switches().get(LEAF).orElseThrow().told()).isTrue();
        assertThat(layout.switches()
                        .get(DeviceName.of("leaf-2-1"))
                        .orElseThrow()
                        .told())
                .isFalse();
    }

    @Test
    void whatTheControllerAnnouncesStandsInTheForecastAtTheNodesLeafAlone() {
        Forecast pods = Forecast.of(plan, state, new Demand.Pods(NODE, pods(2)));

        assertThat(statics(pods, LEAF)).contains(Prefix.parse("10.64.0.1/32"), Prefix.parse("10.64.0.2/32"));
        assertThat(statics(pods, DeviceName.of("leaf-2-1"))).noneMatch(Prefix::isHost);
        assertThat(statics(Forecast.of(plan, state, new Demand.Aggregate(NODE, List.of())), LEAF))
                .contains(Prefix.parse("10.64.0.0/26"))
                .noneMatch(Prefix::isHost);
    }

    private static List<Prefix> statics(Forecast forecast, DeviceName device) {
        return forecast.config().findSwitch(device).orElseThrow().staticRoutes().stream()
                .map(StaticRoute::prefix)
                .toList();
    }

    @Test
    void podsThatOverflowATableAreRefusedWithSwitchTableAndNumber() {
        assertThat(judge().judge(state, new Demand.Pods(NODE, pods(3)))).isInstanceOf(Judgement.Fits.class);

        assertThat(judge().judge(state, new Demand.Pods(NODE, pods(40))))
                .isInstanceOfSatisfying(Judgement.Full.class, each -> assertThat(each.reason())
                        .contains("leaf-1-1 cannot hold it at rest: ")
                        .contains("ipv4_route")
                        .contains("of 30"));
    }

    @Test
    void whereOnlyAFailureOverflowsATableTheReasonNamesIt(@TempDir Path directory) throws Exception {
        Path held =
                Path.of(Objects.requireNonNull(AdmissionTest.class.getResource("/io/heddle/test/southbound/held.yaml"))
                        .toURI());
        // Behind three spines one group of next hops does for all leafs, until a leaf loses its cable to one of them.
        PlannedFile planned = PlannedFile.of(Files.writeString(
                directory.resolve("three.yaml"),
                Files.readString(held)
                        .replace("ipv4_route=30", "nexthop_group=1")
                        .replace("racks: 2", "racks: 3")
                        .replace("spines: 1", "spines: 3")));
        Layout three = PlannedLayout.of(
                planned.plan(), "pods", Limits.DEFAULT, Map.of(LEAF, false), new SilentVteps(new Asn(64999), Map.of()));
        State here = lenient.on(State.EMPTY, new Event.Configured(three)).state();
        here = lenient.on(here, new Event.NodeRegistered(NODE, "")).state();
        Demand demand = new Demand.Pods(NODE, pods(1));

        assertThat(new TableJudge(planned.plan(), planned.only().devices(), false).judge(here, demand))
                .as("at rest")
                .isInstanceOf(Judgement.Fits.class);
        assertThat(new TableJudge(planned.plan(), planned.only().devices(), true).judge(here, demand))
                .isInstanceOfSatisfying(Judgement.Full.class, each -> assertThat(each.reason())
                        .startsWith("leaf-1-1 cannot hold it in the loss of cable ")
                        .contains("nexthop_group", "2 of 1"));
    }

    @Test
    void whatASwitchHoldsOfOthersTakesRoomUntilItIsGone() {
        Judge judge = judge();
        Demand demand = new Demand.Pods(NODE, pods(3));

        assertThat(judge.judge(seenForeign(27), demand)).isInstanceOf(Judgement.Full.class);
        assertThat(judge.judge(seenForeign(28), demand)).isInstanceOf(Judgement.Full.class);
        assertThat(judge.judge(seenForeign(0), demand)).isInstanceOf(Judgement.Fits.class);
    }

    @Test
    void blocksInPlaceOfPodsMakeRoomAndLoseNobody() {
        State full = state;
        for (Pod each : pods(40)) {
            full = lenient.on(
                            full,
                            new Event.EndpointAttached(
                                    new AttachmentKey(
                                            String.valueOf(each.addresses().getFirst()), "eth0"),
                                    each))
                    .state();
        }
        assertThat(full.pods()).isEqualTo(40);
        assertThat(judge().judge(full, new Demand.Pods(NODE, List.of()))).isInstanceOf(Judgement.Full.class);

        assertThat(judge().judge(full, new Demand.Aggregate(NODE, List.of()))).isInstanceOf(Judgement.Fits.class);
    }
}
