package io.heddle.simulator.drill;

import static org.assertj.core.api.Assertions.assertThat;

import io.heddle.evpn.calc.TableEntry;
import io.heddle.model.endpoint.Endpoint;
import io.heddle.model.fabric.DeviceName;
import io.heddle.model.fabric.Outage;
import io.heddle.model.fabric.PortName;
import io.heddle.model.fabric.VrfName;
import io.heddle.model.net.Bandwidth;
import io.heddle.model.net.IpAddress;
import io.heddle.model.net.Prefix;
import io.heddle.model.tables.NextHop;
import io.heddle.model.tables.RouteEntry;
import io.heddle.simulator.SmallClos;
import io.heddle.simulator.timeline.Change;
import io.heddle.simulator.timeline.Moment;
import io.heddle.simulator.timeline.SimTime;
import io.heddle.simulator.timeline.Timeline;
import io.heddle.simulator.walk.Arrival;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DrillStudyTest {

    private static final Stepped FABRIC = Stepped.of(3, 2, 2);
    private static final Outage CABLE = Outage.of(SmallClos.cable("l1", "s1"));

    private static DrillVerdict judge(Timeline timeline) {
        return DrillStudy.of(timeline, _ -> Optional.empty());
    }

    @Test
    void nothingHappensToNobody() {
        DrillVerdict verdict = judge(FABRIC.still());
        assertThat(verdict.outages()).isEmpty();
        assertThat(verdict.traps()).isEmpty();
        assertThat(verdict.pods()).isEqualTo(6);
        assertThat(verdict.pairs()).isEqualTo(6 * 4);
        assertThat(verdict.lastChange()).isEmpty();
        assertThat(verdict.width().before()).isEqualTo(BigInteger.TWO);
    }

    @Test
    void aCutCableCostsHalfOfTheFlowsUntilTheTableIsWritten() {
        DrillVerdict verdict = judge(FABRIC.with(FABRIC.failing(CABLE, 1, _ -> 100)));
        // Both ways between the two pods of r1 and the four others.
        assertThat(verdict.pairsInterrupted()).isEqualTo(16);
        assertThat(verdict.pairsLostForGood()).isZero();
        assertThat(verdict.longest()).isEqualTo(SimTime.ofMillis(100));
        Interruption first = verdict.outages().getFirst().interruptions().getFirst();
        assertThat(first.worstShare()).isEqualTo(0.5);
        assertThat(first.lossSeconds()).isEqualTo(0.05);
        assertThat(first.begunBy()).isEqualTo("cut by hand");
        assertThat(first.endedBy()).isEqualTo("learned");
        assertThat(first.reason()).startsWith("black-hole, ").contains("l1:to-s1 -- s1:to-l1");
        assertThat(verdict.width().atEnd()).isEqualTo(BigInteger.ONE);
        assertThat(verdict.firstChange()).contains(SimTime.ofMillis(100));
    }

    @Test
    void anEntryThatIsNeverWrittenCostsFlowsForGood() {
        List<Moment> moments = FABRIC.failing(CABLE, 1, _ -> 100);
        moments.removeIf(each -> each.change() instanceof Change.TablesChanged change
                && change.device().equals(DeviceName.of("l1")));
        DrillVerdict verdict = judge(FABRIC.with(moments));
        assertThat(verdict.pairsLostForGood()).isEqualTo(8);
        assertThat(verdict.outages().getFirst().from()).isEqualTo("r1");
        assertThat(verdict.outages().getFirst().total(SimTime.ofSeconds(10))).isEqualTo(SimTime.ofSeconds(10));
    }

    @Test
    void aPodOfBothFamiliesIsGoneOnce() {
        Endpoint ipv4 = Stepped.pod(1, 9);
        Endpoint both = new Endpoint(
                Optional.empty(), ipv4.node(), ipv4.mac(), ipv4.ipv4(), Optional.of(IpAddress.parse("fd00::9")));
        List<Moment> moments = new ArrayList<>(FABRIC.failing(Outage.of(both.node()), 1, _ -> 100));
        moments.addFirst(new Moment(SimTime.ZERO, new Change.PodsCame(List.of(both)), Stepped.CUT));
        DrillVerdict verdict = judge(FABRIC.with(moments));
        assertThat(verdict.pods()).isEqualTo(7);
        assertThat(verdict.podsGone()).isEqualTo(3);
    }

    @Test
    void podsOfADeadNodeAreGoneAndNobodyLosesThem() {
        DrillVerdict verdict = judge(FABRIC.with(FABRIC.failing(Outage.of(DeviceName.of("r1")), 1, _ -> 100)));
        assertThat(verdict.podsGone()).isEqualTo(2);
        assertThat(verdict.outages()).isEmpty();
    }

    @Test
    void aLoopWhileTablesDisagreeIsSeenWithItsPlace() {
        Prefix block = Prefix.parse("10.1.0.0/26");
        RouteEntry down = route(FABRIC, "s1", block);
        RouteEntry up = new RouteEntry(
                down.vrf(),
                block,
                down.source(),
                List.of(new NextHop.ViaPort(PortName.of("to-l2"), DeviceName.of("l2"))));
        List<Moment> moments = new ArrayList<>();
        moments.add(changed(5, "s1", up));
        moments.add(changed(8, "s1", down));
        DrillVerdict verdict = judge(FABRIC.with(moments));
        assertThat(verdict.traps())
                .filteredOn(each -> each.kind() == Arrival.LOOP)
                .first()
                .satisfies(loop -> {
                    assertThat(loop.from()).isEqualTo(SimTime.ofMillis(5));
                    assertThat(loop.until()).contains(SimTime.ofMillis(8));
                });
        assertThat(verdict.longest()).isEqualTo(SimTime.ofMillis(3));
    }

    private static RouteEntry route(Stepped fabric, String device, Prefix prefix) {
        return fabric.solve(Outage.NONE)
                .tables(DeviceName.of(device))
                .orElseThrow()
                .route(VrfName.DEFAULT, prefix)
                .orElseThrow();
    }

    private static Moment changed(long millis, String device, RouteEntry put) {
        return new Moment(
                SimTime.ofMillis(millis),
                new Change.TablesChanged(DeviceName.of(device), List.of(new TableEntry.Route(put)), List.of()),
                Stepped.LEARNED);
    }

    @Test
    void bandwidthIsWhatCablesInUseCarry() {
        DrillVerdict verdict = judge(FABRIC.with(FABRIC.failing(CABLE, 1, _ -> 100)));
        assertThat(verdict.tiers())
                .contains(new TierBandwidth(
                        "leaf to spine", Bandwidth.gigabits(600), Bandwidth.gigabits(500), Bandwidth.gigabits(500)));
    }

    @Test
    void aPodThatStartsInARoutedBlockIsReachedAtOnce() {
        List<Moment> moments =
                List.of(new Moment(SimTime.ofMillis(3), new Change.PodsCame(List.of(Stepped.pod(1, 9))), Stepped.CUT));
        DrillVerdict verdict = judge(FABRIC.with(moments));
        assertThat(verdict.pods()).isEqualTo(7);
        assertThat(verdict.outages()).isEmpty();
    }

    @Test
    void aPodThatMovedSendsFromWhereItIs() {
        Endpoint before = Stepped.pod(1, 1);
        Endpoint after = at("r2", before);
        List<Moment> moments = new ArrayList<>(FABRIC.failing(Outage.of(DeviceName.of("r1")), 6, _ -> 100));
        moments.removeIf(each -> each.at().equals(SimTime.ZERO));
        moments.add(new Moment(SimTime.ofMillis(2), new Change.PodsWent(List.of(before)), Stepped.CUT));
        moments.add(new Moment(SimTime.ofMillis(2), new Change.PodsCame(List.of(after)), Stepped.CUT));
        moments.add(new Moment(SimTime.ofMillis(5), new Change.PartsDown(Outage.of(DeviceName.of("r1"))), Stepped.CUT));
        DrillVerdict verdict = judge(FABRIC.with(moments));
        // Its old node is dead, and it lives; but nobody told the fabric where it is.
        assertThat(verdict.podsGone()).isEqualTo(1);
        assertThat(verdict.outages())
                .allSatisfy(each -> assertThat(each.receivers()).containsExactly(DeviceName.of("r1")));
        assertThat(verdict.outages()).anyMatch(PairOutage::lostAtEnd);
    }

    @Test
    void whatArrivesAtAnotherPodWithTheAddressIsLost() {
        Endpoint second = at("r2", Stepped.pod(1, 1));
        List<Moment> moments =
                List.of(new Moment(SimTime.ofMillis(3), new Change.PodsCame(List.of(second)), Stepped.CUT));
        DrillVerdict verdict = judge(FABRIC.with(moments));
        assertThat(verdict.outages()).singleElement().satisfies(each -> {
            assertThat(each.senders()).containsExactly(DeviceName.of("r2"));
            assertThat(each.interruptions().getFirst().reason()).startsWith("arrives at another pod with that address");
        });
    }

    private static Endpoint at(String node, Endpoint pod) {
        return new Endpoint(pod.name(), DeviceName.of(node), pod.mac(), pod.ipv4(), pod.ipv6());
    }
}
