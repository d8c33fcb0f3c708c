package io.heddle.simulator.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.heddle.evpn.calc.TableEntry;
import io.heddle.model.endpoint.Endpoint;
import io.heddle.model.endpoint.Endpoints;
import io.heddle.model.fabric.DeviceName;
import io.heddle.model.fabric.Outage;
import io.heddle.model.fabric.VrfName;
import io.heddle.model.net.IpAddress;
import io.heddle.model.net.Mac;
import io.heddle.model.net.Prefix;
import io.heddle.model.tables.EntryKind;
import io.heddle.model.tables.ExplicitTables;
import io.heddle.model.tables.RouteEntry;
import io.heddle.model.tables.SwitchTables;
import io.heddle.simulator.SmallClos;
import io.heddle.simulator.stable.StableState;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ReplayTest {

    private static final SmallClos CLOS = SmallClos.of(2, 2);
    private static final DeviceName LEAF = DeviceName.of("l1");
    private static final DeviceName SPINE = DeviceName.of("s1");
    private static final Cause CAUSE = new Cause(Cause.Kind.INCIDENT, "a test");

    private final StableState rest = CLOS.solve(Outage.NONE);

    private Replay replay(Change... changes) {
        List<Moment> moments = new ArrayList<>();
        for (Change each : changes) {
            moments.add(new Moment(SimTime.ofMillis(moments.size() + 1), each, CAUSE));
        }
        Timeline still = Timeline.still(CLOS.fabric(), CLOS.config(), Endpoints.NONE, rest.tables(), Outage.NONE);
        return new Replay(still.with(moments, Traffic.NONE, new Ending.Quiet(SimTime.ofSeconds(1))));
    }

    private RouteEntry routeToOtherLeaf() {
        return rest.tables(LEAF)
                .orElseThrow()
                .route(VrfName.DEFAULT, Prefix.parse("10.2.0.0/26"))
                .orElseThrow();
    }

    @Test
    void entriesChangeWhenTheirTimeComesAndNotBefore() {
        RouteEntry route = routeToOtherLeaf();
        RouteEntry narrower = new RouteEntry(
                route.vrf(),
                route.prefix(),
                route.source(),
                List.of(route.nextHops().getFirst()));
        Replay replay = replay(
                new Change.TablesChanged(LEAF, List.of(new TableEntry.Route(narrower)), List.of()),
                new Change.TablesChanged(LEAF, List.of(), List.of(new TableEntry.Route(narrower))));
        assertThat(found(replay)).contains(route);
        replay.playTo(SimTime.ofMillis(1));
        assertThat(found(replay)).contains(narrower);
        replay.playTo(SimTime.ofMillis(2));
        assertThat(found(replay)).isEmpty();
        assertThat(replay.next()).isEmpty();
    }

    private static Optional<RouteEntry> found(Replay replay) {
        return replay.tables(LEAF).orElseThrow().route(VrfName.DEFAULT, Prefix.parse("10.2.0.0/26"));
    }

    @Test
    void theLongestMatchIsOfWhatIsThereNow() {
        RouteEntry route = routeToOtherLeaf();
        IpAddress address = IpAddress.parse("10.2.0.5");
        Random random = new Random(1);
        List<Change> changes = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            Prefix prefix = Prefix.covering(address, 24 + random.nextInt(9));
            TableEntry entry =
                    new TableEntry.Route(new RouteEntry(route.vrf(), prefix, route.source(), route.nextHops()));
            changes.add(
                    random.nextBoolean()
                            ? new Change.TablesChanged(LEAF, List.of(entry), List.of())
                            : new Change.TablesChanged(LEAF, List.of(), List.of(entry)));
        }
        Replay replay = replay(changes.toArray(Change[]::new));
        while (replay.next().isPresent()) {
            SwitchTables held = replay.tables(LEAF).orElseThrow();
            assertThat(held.longestMatch(VrfName.DEFAULT, address))
                    .isEqualTo(held.routes()
                            .filter(each -> each.vrf().equals(VrfName.DEFAULT)
                                    && each.prefix().contains(address))
                            .max(Comparator.comparingInt(each -> each.prefix().length())));
        }
    }

    @Test
    void countsFollowTheEntries() {
        long before = rest.tables(LEAF).orElseThrow().counts().of(EntryKind.ROUTE_V4);
        Replay replay =
                replay(new Change.TablesChanged(LEAF, List.of(), List.of(new TableEntry.Route(routeToOtherLeaf()))));
        assertThat(replay.tables(LEAF).orElseThrow().counts())
                .isEqualTo(rest.tables(LEAF).orElseThrow().counts());
        replay.playTo(SimTime.ofMillis(1));
        assertThat(replay.tables(LEAF).orElseThrow().counts().of(EntryKind.ROUTE_V4))
                .isEqualTo(before - 1);
        assertThat(ExplicitTables.copyOf(replay.tables(LEAF).orElseThrow()).routeSet())
                .hasSize((int) rest.tables(LEAF).orElseThrow().routes().count() - 1);
    }

    @Test
    void aDeadDeviceHasNoTablesAndABrokenCableIsUsedUntilItIsNoticed() {
        Replay replay = replay(
                new Change.PartsDown(Outage.of(SPINE)),
                new Change.PortOut(SmallClos.cable("l1", "s1").a()),
                new Change.PartsUp(Outage.of(SPINE)));
        replay.playTo(SimTime.ofMillis(1));
        assertThat(replay.tables(SPINE)).isEmpty();
        assertThat(replay.outage()).isEqualTo(Outage.of(SPINE));
        assertThat(replay.uses(SmallClos.cable("l1", "s1").a())).isTrue();
        replay.playTo(SimTime.ofMillis(2));
        assertThat(replay.uses(SmallClos.cable("l1", "s1").a())).isFalse();
        replay.playTo(SimTime.ofMillis(3));
        assertThat(replay.outage()).isEqualTo(Outage.NONE);
    }

    @Test
    void podsComeAndGo() {
        Endpoint pod = new Endpoint(
                Optional.empty(),
                DeviceName.of("r1"),
                new Mac(7),
                Optional.of(IpAddress.parse("10.1.0.7")),
                Optional.empty());
        Replay replay = replay(new Change.PodsCame(List.of(pod)), new Change.PodsWent(List.of(pod)));
        replay.playTo(SimTime.ofMillis(1));
        assertThat(replay.endpoints().size()).isEqualTo(1);
        replay.playTo(SimTime.ofMillis(2));
        assertThat(replay.endpoints().size()).isZero();
    }

    @Test
    void timeGoesForwards() {
        Schedule.Planned late =
                new Schedule.Planned(SimTime.ofMillis(2), new Incident.DeviceDown(LEAF, Notice.CARRIER));
        Schedule.Planned early = new Schedule.Planned(SimTime.ofMillis(1), new Incident.DeviceUp(LEAF));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Schedule(List.of(late, early)))
                .withMessageContaining("time goes backwards")
                .withMessageContaining("1.00 ms l1 starts again");
        assertThat(new SimTime(420_000_000)).hasToString("420 ms");
        assertThat(new SimTime(2_840_400)).hasToString("2.84 ms");
        assertThat(new SimTime(-50_000)).hasToString("-0.050 ms");
        assertThat(new SimTime(999_600_000)).hasToString("1.000 s");
        assertThat(new SimTime(999_400)).hasToString("0.999 ms");
        assertThat(new SimTime(9_996_000)).hasToString("10.0 ms");
        assertThat(SimTime.ZERO).hasToString("0 s");
    }
}
