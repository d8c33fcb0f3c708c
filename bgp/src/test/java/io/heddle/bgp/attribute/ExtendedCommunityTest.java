package io.heddle.bgp.attribute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.heddle.model.net.Bandwidth;
import io.heddle.model.net.RouteTarget;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExtendedCommunityTest {

    @ParameterizedTest
    @CsvSource({"65001:100, 0002fde900000064", "65001:4294967295, 0002fde9ffffffff", "4200000001:5, 0202fa56ea010005"})
    void routeTargetsComeBackInTheFormThatHoldsThem(String text, String hex) {
        RouteTarget target = RouteTarget.parse(text);
        ExtendedCommunity community = ExtendedCommunity.of(target);

        assertThat(community.value()).isEqualTo(Long.parseUnsignedLong(hex, 16));
        assertThat(community.routeTarget()).hasValue(target);
        assertThat(community.isTransitive()).isTrue();
        assertThat(community).hasToString("rt:" + text);
    }

    @Test
    void aRouteTargetOfAnIpv4AddressIsOneToo() {
        assertThat(new ExtendedCommunity(0x01020A0000010064L).routeTarget())
                .hasValue(new RouteTarget(0x0A000001L, 100));
    }

    @Test
    void aRouteTargetThatNeedsSevenOctetsIsRefused() {
        assertThatThrownBy(() -> ExtendedCommunity.of(new RouteTarget(4_200_000_001L, 65536)))
                .hasMessageContaining("4200000001:65536");
    }

    @Test
    void linkBandwidthIsOctetsASecondAsAFloat() {
        ExtendedCommunity community = ExtendedCommunity.linkBandwidth(65001, Bandwidth.gigabits(100));

        assertThat(community.value()).isEqualTo(0x4004FDE9503A43B7L);
        assertThat(community.linkBandwidth()).hasValueSatisfying(bandwidth -> assertThat(bandwidth.bitsPerSecond())
                .isBetween(99_999_000_000L, 100_001_000_000L));
        assertThat(community.isTransitive()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"4004fde97fc00000", "4004fde9bf800000", "4004fde97f800000", "0002fde900000064", "030c000000000008"})
    void whatIsNoBandwidthIsNone(String hex) {
        assertThat(new ExtendedCommunity(Long.parseUnsignedLong(hex, 16)).linkBandwidth())
                .isEmpty();
    }

    @Test
    void theEncapsulationOfVxlanIsEight() {
        assertThat(ExtendedCommunity.encapsulation(8).value()).isEqualTo(0x030C000000000008L);
    }

    @Test
    void whatStaysInsideAnAsIsLeftBehindAtItsBorder() {
        ExtendedCommunity target = ExtendedCommunity.of(new RouteTarget(65001, 100));
        AttributeSet set = AttributeSet.of(PathAttributes.originated(Origin.IGP), null)
                .withExtendedCommunities(
                        List.of(target, ExtendedCommunity.linkBandwidth(65001, Bandwidth.gigabits(25))));

        assertThat(set.linkBandwidth()).isPresent();
        assertThat(set.leavingAs().extendedCommunities()).containsExactly(target);
        AttributeSet outside = set.leavingAs();
        assertThat(outside.leavingAs()).isSameAs(outside);
    }
}
