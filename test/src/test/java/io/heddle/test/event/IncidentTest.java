package io.heddle.test.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.heddle.model.fabric.DeviceName;
import io.heddle.model.fabric.Link;
import io.heddle.model.fabric.Outage;
import io.heddle.model.fabric.PortName;
import io.heddle.model.fabric.PortRef;
import io.heddle.model.tables.SwitchTables;
import io.heddle.simulator.event.EventRun;
import io.heddle.simulator.event.EventSimulation;
import io.heddle.simulator.event.ImpossibleIncident;
import io.heddle.simulator.event.Settings;
import io.heddle.simulator.timeline.Change;
import io.heddle.simulator.timeline.Ending;
import io.heddle.simulator.timeline.Incident;
import io.heddle.simulator.timeline.Moment;
import io.heddle.simulator.timeline.Notice;
import io.heddle.simulator.timeline.Schedule;
import io.heddle.simulator.timeline.SimTime;
import io.heddle.test.fabrics.FabricCase;
import io.heddle.test.fabrics.PlannedFabrics;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What each kind of incident does to a fabric with EVPN, BFD and LACP, and when it is noticed. */
class IncidentTest {

    private static final FabricCase FABRIC =
            PlannedFabrics.asPlanned("evpn-symmetric", 3).orThrow().under(Outage.NONE);
    private static final DeviceName SPINE = new DeviceName("spine-1");
    private static final Link UPLINK = FABRIC.fabric().links().stream()
            .filter(each -> each.touches(SPINE))
            .findFirst()
            .orElseThrow();

    private static EventRun run(Incident... incidents) {
        List<Schedule.Planned> planned = new ArrayList<>();
        for (int i = 0; i < incidents.length; i++) {
            planned.add(new Schedule.Planned(SimTime.ofSeconds(30.0 * i), incidents[i]));
        }
        return EventSimulation.run(
                FABRIC.fabric(),
                FABRIC.config(),
                FABRIC.endpoints(),
                FABRIC.outage(),
                new Schedule(planned),
                Settings.DEFAULT);
    }

    private static SwitchTables atEnd(EventRun run, DeviceName device) {
        return Objects.requireNonNull(run.atEnd().get(device));
    }

    private static double firstSecondOf(EventRun run, Class<? extends Change> kind) {
        return run.timeline().moments().stream()
                .filter(each -> kind.isInstance(each.change()))
                .mapToDouble(each -> each.at().seconds())
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aCutCableIsNoticedByItsLight() {
        EventRun run = run(new Incident.CablesDown(Set.of(UPLINK), Notice.CARRIER));

        assertThat(firstSecondOf(run, Change.PartsDown.class)).isZero();
        assertThat(firstSecondOf(run, Change.SessionDown.class)).isBetween(0.005, 0.1);
        assertThat(firstSecondOf(run, Change.TablesChanged.class)).isBetween(0.005, 0.2);
        assertThat(run.timeline().ending()).isInstanceOf(Ending.Quiet.class);
    }

    @Test
    void aSilentLossIsNoticedByBfdAndNoPortGoesOutOfUse() {
        EventRun run = run(new Incident.CablesDown(Set.of(UPLINK), Notice.SILENT));

        assertThat(firstSecondOf(run, Change.SessionDown.class)).isBetween(0.55, 0.91);
        assertThat(run.timeline().moments()).noneMatch(each -> each.change() instanceof Change.PortOut);
    }

    @Test
    void aSilentBondMemberIsNoticedByLacp() {
        Link member = FABRIC.fabric().links().stream()
                .filter(each -> FABRIC.fabric().findNode(each.a().device()).isPresent()
                        || FABRIC.fabric().findNode(each.b().device()).isPresent())
                .findFirst()
                .orElseThrow();
        EventRun run = run(new Incident.CablesDown(Set.of(member), Notice.SILENT));

        assertThat(firstSecondOf(run, Change.PortOut.class)).isBetween(2.0, 3.1);
    }

    @Test
    void aDeadSpineThatComesBackLeavesNoTrace() {
        EventRun run = run(new Incident.DeviceDown(SPINE, Notice.CARRIER), new Incident.DeviceUp(SPINE));

        run.timeline().tables().forEach((device, before) -> assertThat(
                        atEnd(run, device).routes().toList())
                .as(device.toString())
                .isEqualTo(before.routes().toList()));
    }

    @Test
    void aDrainedSpineLosesNoRoute() {
        EventRun run = run(new Incident.Drain(SPINE), new Incident.Undrain(SPINE));

        assertThat(run.timeline().moments()).noneMatch(IncidentTest::removes);
        assertThat(run.timeline().traffic().messages()).isPositive();
    }

    private static boolean removes(Moment moment) {
        return moment.change() instanceof Change.TablesChanged tables
                && !tables.removed().isEmpty();
    }

    @Test
    void aRoutingProcessThatDiesTakesItsRoutesAlong() {
        EventRun run = run(new Incident.SpeakerDown(SPINE));

        assertThat(firstSecondOf(run, Change.SessionDown.class)).isLessThan(0.01);
        assertThat(run.timeline().moments()).anyMatch(IncidentTest::removes);
    }

    @Test
    void aRoutingProcessThatDiesWhileItStartsIsDead() {
        EventRun run = EventSimulation.run(
                FABRIC.fabric(),
                FABRIC.config(),
                FABRIC.endpoints(),
                Outage.NONE,
                new Schedule(List.of(
                        new Schedule.Planned(SimTime.ZERO, new Incident.SpeakerDown(SPINE)),
                        new Schedule.Planned(SimTime.ofSeconds(5), new Incident.SpeakerUp(SPINE)),
                        new Schedule.Planned(SimTime.ofSeconds(5.1), new Incident.SpeakerDown(SPINE)))),
                Settings.DEFAULT);

        assertThat(run.timeline().moments()).noneMatch(each -> each.change() instanceof Change.SessionUp);
    }

    @Test
    void flappingEndsWhereItBegan() {
        Incident down = new Incident.CablesDown(Set.of(UPLINK), Notice.CARRIER);
        Incident up = new Incident.CablesUp(Set.of(UPLINK));
        EventRun run = run(down, up, down, up);

        SwitchTables before = Objects.requireNonNull(run.timeline().tables().get(SPINE));
        assertThat(atEnd(run, SPINE).routes().toList())
                .isEqualTo(before.routes().toList());
    }

    @Test
    void whatCannotHappenIsRefused() {
        Link nowhere = new Link(UPLINK.a(), new PortRef(SPINE, new PortName("eth999")));

        assertThatThrownBy(() -> run(new Incident.CablesDown(Set.of(nowhere), Notice.CARRIER)))
                .isInstanceOf(ImpossibleIncident.class)
                .hasMessageContaining("there is no cable " + nowhere);
        assertThatThrownBy(() -> run(new Incident.CablesUp(Set.of(UPLINK)))).hasMessageContaining("is whole");
        assertThatThrownBy(() -> run(
                        new Incident.DeviceDown(SPINE, Notice.CARRIER), new Incident.DeviceDown(SPINE, Notice.CARRIER)))
                .hasMessageContaining("is dead already");
    }
}
