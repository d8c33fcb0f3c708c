package io.heddle.bgp.bfd;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BfdMachineTest {

    private static final long MS = 1_000_000;

    private static final BfdTimers TIMERS = BfdTimers.of(100, 3);

    @ParameterizedTest
    @CsvSource({
        // RFC 5880 section 6.8.6: what the peer says, by our state
        "DOWN, ADMIN_DOWN, DOWN",
        "DOWN, DOWN, INIT",
        "DOWN, INIT, UP",
        "DOWN, UP, DOWN",
        "INIT, ADMIN_DOWN, DOWN",
        "INIT, DOWN, INIT",
        "INIT, INIT, UP",
        "INIT, UP, UP",
        "UP, ADMIN_DOWN, DOWN",
        "UP, DOWN, DOWN",
        "UP, INIT, UP",
        "UP, UP, UP",
        "ADMIN_DOWN, DOWN, ADMIN_DOWN",
        "ADMIN_DOWN, UP, ADMIN_DOWN",
    })
    void theStateFollowsThePeer(BfdState ours, BfdState peer, BfdState then) {
        BfdTransition step = received(inState(ours), peer, false, 0);

        assertThat(step.session().state()).isEqualTo(then);
        assertThat(step.effects().contains(new BfdEffect.Up())).isEqualTo(then == BfdState.UP && ours != BfdState.UP);
        assertThat(step.effects().stream().anyMatch(BfdEffect.Down.class::isInstance))
                .isEqualTo(ours == BfdState.UP && then != BfdState.UP);
    }

    @Test
    void onlyAnOrderedDownIsAdministrative() {
        assertThat(received(inState(BfdState.UP), BfdState.ADMIN_DOWN, false, 0).effects())
                .contains(new BfdEffect.Down(BfdDiagnostic.NEIGHBOR_SIGNALED_DOWN, true, false));
        assertThat(received(inState(BfdState.UP), BfdState.DOWN, false, 0).effects())
                .contains(new BfdEffect.Down(BfdDiagnostic.NEIGHBOR_SIGNALED_DOWN, false, false));
    }

    @Test
    void aPollIsAnsweredAtOnceWithFinal() {
        BfdPacket answer =
                sent(received(inState(BfdState.UP), BfdState.UP, true, 5 * MS)).getLast();

        assertThat(answer.fin()).isTrue();
        assertThat(answer.poll()).isFalse();
    }

    @Test
    void beforeUpPacketsAreASecondApart() {
        BfdSession session = BfdMachine.step(BfdSession.of(TIMERS, false, 1, 7), new BfdEvent.Enable(), 0)
                .session();
        BfdTransition first = BfdMachine.step(session, new BfdEvent.Tick(), 0);

        assertThat(sent(first).getFirst().desiredMinTx()).isEqualTo(1_000_000);
        assertThat(first.session().sendAt()).isBetween(750 * MS, 1_000 * MS);
    }

    @Test
    void upIsAnnouncedByAPollUntilFinalComes() {
        BfdSession up = received(inState(BfdState.INIT), BfdState.UP, false, 0).session();
        BfdTransition tick = BfdMachine.step(up, new BfdEvent.Tick(), up.sendAt());

        assertThat(sent(tick).getFirst().poll()).isTrue();
        assertThat(sent(tick).getFirst().desiredMinTx()).isEqualTo(100_000);

        BfdSession polled = tick.session();
        BfdSession settled = BfdMachine.step(
                        polled, new BfdEvent.Received(packet(BfdState.UP, false, true, 100_000)), polled.sendAt())
                .session();
        assertThat(sent(BfdMachine.step(settled, new BfdEvent.Tick(), settled.sendAt()))
                        .getFirst()
                        .poll())
                .isFalse();
    }

    @Test
    void aSlowerIntervalWaitsForTheEndOfThePoll() {
        BfdSession up = inState(BfdState.UP);
        BfdSession asked = BfdMachine.step(up, new BfdEvent.Change(BfdTimers.of(500, 3)), 0)
                .session();

        assertThat(asked.interval()).as("until the peer knows").isEqualTo(100_000);
        BfdSession settled = BfdMachine.step(
                        asked, new BfdEvent.Received(packet(BfdState.UP, false, true, 100_000)), MS)
                .session();
        assertThat(settled.interval()).isEqualTo(500_000);
    }

    @Test
    void aFasterReceiveIntervalWaitsForTheEndOfThePoll() {
        BfdSession up = inState(BfdState.UP);
        BfdSession asked =
                BfdMachine.step(up, new BfdEvent.Change(BfdTimers.of(20, 3)), 0).session();

        assertThat(asked.actualRx()).isEqualTo(100_000);
        assertThat(asked.actualTx()).isEqualTo(20_000);
    }

    @Test
    void aChangeDuringAPollIsPolledAgainAfterAPacketWithout() {
        BfdSession session = BfdMachine.step(inState(BfdState.UP), new BfdEvent.Change(BfdTimers.of(200, 3)), 0)
                .session();
        session = BfdMachine.step(session, new BfdEvent.Change(BfdTimers.of(400, 3)), 0)
                .session();
        session = BfdMachine.step(session, new BfdEvent.Received(packet(BfdState.UP, false, true, 100_000)), 0)
                .session();
        assertThat(session.interval()).as("that Final may be the first poll's").isEqualTo(100_000);

        BfdTransition between = BfdMachine.step(session, new BfdEvent.Tick(), session.sendAt());
        assertThat(sent(between).getFirst().poll()).isFalse();
        BfdTransition again = BfdMachine.step(
                between.session(), new BfdEvent.Tick(), between.session().sendAt());
        assertThat(sent(again).getFirst().poll()).isTrue();
    }

    @Test
    void silenceForTheDetectionTimeIsDown() {
        // Three times the slower of what we take (100 ms) and what the peer sends (250 ms).
        BfdSession up = BfdMachine.step(
                        inState(BfdState.UP), new BfdEvent.Received(packet(BfdState.UP, false, false, 250_000)), 0)
                .session();
        assertThat(up.expiresAt()).isEqualTo(750 * MS);

        BfdTransition gone = BfdMachine.step(up, new BfdEvent.Tick(), 750 * MS);
        assertThat(gone.session().state()).isEqualTo(BfdState.DOWN);
        assertThat(gone.session().yours()).isZero();
        assertThat(gone.effects()).contains(new BfdEffect.Down(BfdDiagnostic.DETECTION_TIME_EXPIRED, false, false));
        assertThat(gone.reason()).contains("750 ms");
    }

    @Test
    void aPeerWhoseBfdDoesNotShareTheFateOfItsControlPlaneLosesPackets() {
        BfdPacket independent =
                new BfdPacket(BfdDiagnostic.NONE, BfdState.UP, false, false, true, false, 3, 9, 1, 100_000, 100_000, 0);
        BfdSession up = BfdMachine.step(inState(BfdState.UP), new BfdEvent.Received(independent), 0)
                .session();

        assertThat(BfdMachine.step(up, new BfdEvent.Tick(), 300 * MS).effects())
                .contains(new BfdEffect.Down(BfdDiagnostic.DETECTION_TIME_EXPIRED, false, true));
    }

    @Test
    void disablingTellsThePeerAndGoesOnSending() {
        BfdTransition off = BfdMachine.step(inState(BfdState.UP), new BfdEvent.Disable(), 0);

        assertThat(sent(off).getFirst().state()).isEqualTo(BfdState.ADMIN_DOWN);
        assertThat(sent(off).getFirst().diagnostic()).isEqualTo(BfdDiagnostic.ADMINISTRATIVELY_DOWN);
        assertThat(off.session().sendAt()).isLessThanOrEqualTo(1_000 * MS);
        assertThat(off.session().expiresAt()).isEqualTo(BfdSession.NEVER);
    }

    @Test
    void aPassiveSessionWaitsForThePeer() {
        BfdSession passive = BfdMachine.step(BfdSession.of(TIMERS, true, 1, 7), new BfdEvent.Enable(), 0)
                .session();
        assertThat(passive.wakeAt()).isEqualTo(BfdSession.NEVER);

        BfdTransition called = received(passive, BfdState.DOWN, false, 0);
        assertThat(sent(called).getFirst().state()).isEqualTo(BfdState.INIT);
    }

    @Test
    void aPeerThatTakesNothingGetsNothing() {
        BfdPacket deaf =
                new BfdPacket(BfdDiagnostic.NONE, BfdState.UP, false, false, false, false, 3, 9, 1, 100_000, 0, 0);
        BfdSession session = BfdMachine.step(inState(BfdState.UP), new BfdEvent.Received(deaf), 0)
                .session();

        assertThat(session.sendAt()).isEqualTo(BfdSession.NEVER);
    }

    @Test
    void aPeerInDemandModeGetsNoPeriodicPackets() {
        BfdPacket demanding =
                new BfdPacket(BfdDiagnostic.NONE, BfdState.UP, false, true, false, true, 3, 9, 1, 100_000, 1, 0);
        BfdSession session = BfdMachine.step(inState(BfdState.UP), new BfdEvent.Received(demanding), 0)
                .session();

        assertThat(session.sendAt()).isEqualTo(BfdSession.NEVER);
    }

    static BfdSession inState(BfdState state) {
        BfdSession session = BfdSession.of(TIMERS, false, 1, 7);
        if (state == BfdState.ADMIN_DOWN) {
            return session;
        }
        session = BfdMachine.step(session, new BfdEvent.Enable(), 0).session();
        if (state == BfdState.DOWN) {
            return session;
        }
        session = received(session, BfdState.DOWN, false, 0).session();
        if (state == BfdState.INIT) {
            return session;
        }
        session = received(session, BfdState.UP, false, 0).session();
        return BfdMachine.step(session, new BfdEvent.Received(packet(BfdState.UP, false, true, 100_000)), 0)
                .session();
    }

    private static BfdTransition received(BfdSession session, BfdState peer, boolean poll, long now) {
        return BfdMachine.step(session, new BfdEvent.Received(packet(peer, poll, false, 100_000)), now);
    }

    private static BfdPacket packet(BfdState state, boolean poll, boolean fin, long desiredMinTx) {
        return new BfdPacket(BfdDiagnostic.NONE, state, poll, fin, false, false, 3, 9, 1, desiredMinTx, 100_000, 0);
    }

    private static List<BfdPacket> sent(BfdTransition transition) {
        return transition.effects().stream()
                .filter(BfdEffect.Send.class::isInstance)
                .map(effect -> ((BfdEffect.Send) effect).packet())
                .toList();
    }
}
