package io.heddle.bgp.ra;

import static org.assertj.core.api.Assertions.assertThat;

import io.heddle.model.net.IpAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RaLinkTest {

    private static final long SECOND = 1_000_000_000;
    private static final IpAddress PEER = IpAddress.parse("fe80::1");

    private final List<String> told = new ArrayList<>();
    private final RaLink link = new RaLink("eth0", RaTimers.DEFAULT, new Random(1), new Told(), 0);

    @Test
    void advertisesAtOnceAndThenWithinItsInterval() {
        long last = 0;
        assertThat(link.tick(0)).isTrue();
        for (int count = 0; count < 100; count++) {
            long next = link.wakeAt();
            assertThat(next - last).isBetween(3 * SECOND, 10 * SECOND);
            assertThat(link.tick(next - 1)).isFalse();
            assertThat(link.tick(next)).isTrue();
            last = next;
        }
    }

    @Test
    void aSolicitationIsAnsweredSoonButNotMoreOftenThanEveryThreeSeconds() {
        link.tick(0);
        link.received(PEER, new NeighborMessage.Solicitation(), SECOND);
        assertThat(link.wakeAt()).isEqualTo(3 * SECOND);
        assertThat(link.tick(3 * SECOND)).isTrue();
    }

    @Test
    void aRouterIsToldOnce() {
        advertise(0, 0);
        advertise(SECOND, 0);

        assertThat(told).containsExactly("found eth0 fe80::1");
    }

    @Test
    void aSilentRouterIsLostAfterThreeIntervals() {
        advertise(0, 0);
        runTo(29 * SECOND);
        assertThat(told).hasSize(1);
        runTo(31 * SECOND);
        assertThat(told).containsExactly("found eth0 fe80::1", "lost eth0 fe80::1");
    }

    @Test
    void aRouterThatPromisesLongerIsKeptLonger() {
        advertise(0, 1_800);
        runTo(1_799 * SECOND);
        assertThat(told).hasSize(1);
        runTo(1_801 * SECOND);
        assertThat(told).hasSize(2);
    }

    private void advertise(long now, int lifetime) {
        link.received(PEER, new NeighborMessage.Advertisement(Duration.ofSeconds(lifetime)), now);
    }

    private void runTo(long end) {
        while (link.wakeAt() <= end) {
            link.tick(link.wakeAt());
        }
    }

    private final class Told implements RaWatcher {

        @Override
        public void found(String networkInterface, IpAddress linkLocal) {
            told.add("found " + networkInterface + " " + linkLocal);
        }

        @Override
        public void lost(String networkInterface, IpAddress linkLocal) {
            told.add("lost " + networkInterface + " " + linkLocal);
        }
    }
}
