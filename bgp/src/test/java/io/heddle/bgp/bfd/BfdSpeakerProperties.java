package io.heddle.bgp.bfd;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class BfdSpeakerProperties {

    private static final long SECOND = 1_000_000_000;

    @Property(tries = 200)
    void twoSpeakersComeUpStayUpAndNoticeACut(
            @ForAll long seed,
            @ForAll @IntRange(min = 10, max = 2_000) int tx,
            @ForAll @IntRange(min = 10, max = 2_000) int rx,
            @ForAll @IntRange(min = 2, max = 6) int multiplier,
            @ForAll @IntRange(max = 2) int delayMillis,
            @ForAll boolean passive) {
        BfdTimers one = new BfdTimers(Duration.ofMillis(tx), Duration.ofMillis(rx), multiplier);
        BfdTimers other = new BfdTimers(Duration.ofMillis(rx), Duration.ofMillis(tx), multiplier);
        BfdWire wire = new BfdWire(seed, delayMillis * 1_000_000L);
        wire.connect(one, other, passive);
        wire.run(60 * SECOND);

        assertThat(wire.session(0).state()).isEqualTo(BfdState.UP);
        assertThat(wire.session(1).state()).isEqualTo(BfdState.UP);
        assertThat(wire.session(0).poll()).isEqualTo(BfdSession.Poll.NONE);
        assertThat(wire.downAt(0)).isEqualTo(-1);

        int before = wire.packets();
        wire.run(10 * SECOND);
        // The first sends every tx, the second every rx, 75 to 100 percent of it apart.
        assertThat(wire.packets() - before).isLessThanOrEqualTo(13_334 / tx + 13_334 / rx + 4);

        wire.cut();
        long cut = wire.now();
        long detection = wire.session(0).detectionTime() * 1_000;
        wire.run(60 * SECOND);
        assertThat(wire.downAt(0) - cut).isBetween(0L, detection + 2_000_000);
        assertThat(wire.session(0).diagnostic()).isEqualTo(BfdDiagnostic.DETECTION_TIME_EXPIRED);
    }

    @Property(tries = 50)
    void afterLossBothAreUpAgain(@ForAll long seed, @ForAll @IntRange(min = 10, max = 95) int loss) {
        BfdWire wire = new BfdWire(seed, 100_000);
        wire.connect(BfdTimers.of(50, 3), BfdTimers.of(80, 2), false);
        wire.lose(loss);
        wire.run(30 * SECOND);
        wire.lose(0);
        wire.run(30 * SECOND);

        assertThat(wire.session(0).state()).isEqualTo(BfdState.UP);
        assertThat(wire.session(1).state()).isEqualTo(BfdState.UP);
    }

    @Property(tries = 50)
    void changedTimersReachThePeerWithoutALoss(
            @ForAll long seed,
            @ForAll @IntRange(min = 10, max = 1_000) int first,
            @ForAll @IntRange(min = 10, max = 1_000) int second) {
        BfdWire wire = new BfdWire(seed, 100_000);
        wire.connect(BfdTimers.of(100, 3), BfdTimers.of(100, 3), false);
        wire.run(10 * SECOND);
        wire.tell(0, new BfdEvent.Change(BfdTimers.of(first, 3)));
        wire.run(20_000_000);
        wire.tell(0, new BfdEvent.Change(BfdTimers.of(second, 3)));
        wire.run(20 * SECOND);

        assertThat(wire.downAt(0)).isEqualTo(-1);
        assertThat(wire.downAt(1)).isEqualTo(-1);
        assertThat(wire.session(0).actualTx()).isEqualTo(second * 1_000L);
        assertThat(wire.session(1).interval()).isEqualTo(Math.max(100, second) * 1_000L);
    }

    @Property(tries = 20)
    void aDisabledSideIsTakenDownAtOnceAndComesBack(@ForAll long seed) {
        BfdWire wire = new BfdWire(seed, 100_000);
        wire.connect(BfdTimers.of(100, 3), BfdTimers.of(100, 3), false);
        wire.run(10 * SECOND);
        long asked = wire.now();
        wire.tell(0, new BfdEvent.Disable());
        wire.run(10 * SECOND);

        assertThat(wire.downAt(1) - asked).isLessThan(1_000_000);
        assertThat(wire.session(1).state()).isEqualTo(BfdState.DOWN);
        wire.tell(0, new BfdEvent.Enable());
        wire.run(10 * SECOND);
        assertThat(wire.session(1).state()).isEqualTo(BfdState.UP);
    }
}
