package io.heddle.bgp.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.heddle.bgp.attribute.Octets;
import io.heddle.model.net.Asn;
import io.heddle.model.net.RouteTarget;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RouteTargetMembershipTest {

    static Stream<RouteTargetMembership> memberships() {
        return Stream.of(
                RouteTargetMembership.ALL,
                RouteTargetMembership.of(new Asn(65000), new RouteTarget(65000, 7)),
                RouteTargetMembership.of(new Asn(4_200_000_000L), new RouteTarget(4_200_000_000L, 7)),
                new RouteTargetMembership(65000, 0, 0),
                new RouteTargetMembership(65000, 0x0002_0000_0000_0000L, 16),
                new RouteTargetMembership(65000, 0x0002_FDE8_8000_0000L, 33));
    }

    @ParameterizedTest
    @MethodSource("memberships")
    void itsKeyMeansItself(RouteTargetMembership membership) {
        byte[] key = membership.key().toArray();

        assertThat(RouteTargetNlri.INSTANCE.faultIn(key, 0, key.length, false)).isEqualTo(NlriCodec.NO_FAULT);
        assertThat(RouteTargetMembership.of(membership.key())).isEqualTo(membership);
    }

    /** RFC 4684 section 4: the length counts the AS. */
    @Test
    void aWholeTargetHasNinetySixBits() {
        assertThat(RouteTargetMembership.of(new Asn(65000), new RouteTarget(65000, 7))
                        .key())
                .isEqualTo(Octets.parse("60" + "0000fde8" + "0002fde800000007"));
        assertThat(RouteTargetMembership.ALL.key()).isEqualTo(Octets.parse("00"));
    }

    @Test
    void bitsBehindThoseThatCountAreRefused() {
        assertThatThrownBy(() -> new RouteTargetMembership(1, 1, 63)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new RouteTargetMembership(1, 0, 65)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new RouteTargetMembership(1L << 32, 0, 0))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
