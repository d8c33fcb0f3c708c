package io.heddle.evpn.vrf;

import static org.assertj.core.api.Assertions.assertThat;

import io.heddle.model.net.IpAddress;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SegmentPathsTest {

    private static final IpAddress ONE = IpAddress.parse("10.0.0.101");
    private static final IpAddress TWO = IpAddress.parse("10.0.0.102");
    private static final Set<IpAddress> BOTH = Set.of(ONE, TWO);

    @Test
    void allAttachedVtepsAreUsedThoughOneAloneAnnouncedTheHost() {
        assertThat(SegmentPaths.of(Set.of(ONE), BOTH, BOTH, false))
                .isEqualTo(new SegmentPaths(List.of(ONE, TWO), List.of()));
    }

    @Test
    void whoWithdrawsTheSegmentIsOutAtOnceThoughItsHostIsStillAnnounced() {
        assertThat(SegmentPaths.of(BOTH, Set.of(TWO), BOTH, false))
                .isEqualTo(new SegmentPaths(List.of(TWO), List.of()));
        assertThat(SegmentPaths.of(Set.of(ONE), Set.of(TWO), BOTH, false).active())
                .containsExactly(TWO);
    }

    @Test
    void withoutTheInstanceAVtepIsNoAlias() {
        assertThat(SegmentPaths.of(Set.of(ONE), BOTH, Set.of(ONE), false).active())
                .containsExactly(ONE);
    }

    @Test
    void ofASingleActiveSegmentTheOthersAreBackup() {
        assertThat(SegmentPaths.of(Set.of(TWO), BOTH, BOTH, true))
                .isEqualTo(new SegmentPaths(List.of(TWO), List.of(ONE)));
    }

    @Test
    void aHostThatNobodyAnnouncesHasNoPath() {
        assertThat(SegmentPaths.of(Set.of(), BOTH, BOTH, false).active()).isEmpty();
    }

    @Test
    void aFrameDoesNotReturnToTheSegmentItsSenderServes() {
        assertThat(SplitHorizon.forwardsFromTunnel(ONE, BOTH, true)).isFalse();
        assertThat(SplitHorizon.forwardsFromTunnel(ONE, Set.of(TWO), true)).isTrue();
        assertThat(SplitHorizon.forwardsFromTunnel(ONE, Set.of(TWO), false)).isFalse();
        assertThat(SplitHorizon.forwardsFromOwnPort(true)).isFalse();
        assertThat(SplitHorizon.forwardsFromOwnPort(false)).isTrue();
    }
}
