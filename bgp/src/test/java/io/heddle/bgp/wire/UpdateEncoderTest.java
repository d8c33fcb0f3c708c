package io.heddle.bgp.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.heddle.bgp.attribute.AttributeSet;
import io.heddle.bgp.attribute.NextHop;
import io.heddle.bgp.attribute.Origin;
import io.heddle.bgp.attribute.PathAttributes;
import io.heddle.model.net.IpAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UpdateEncoderTest {

    private static final SessionOptions SESSION =
            SessionOptions.of(true, AddressFamilyId.IPV4_UNICAST, AddressFamilyId.IPV6_UNICAST);
    private static final NextHop V4 = NextHop.of(IpAddress.parse("192.0.2.1"));
    private static final NextHop V6 = NextHop.of(IpAddress.parse("2001:db8::1"));

    private final UpdateEncoder encoder = new UpdateEncoder(SESSION);
    private final byte[] out = new byte[5000];

    @Test
    void attributesThatLeaveNoRoomForARouteBeginNothing() {
        byte[] attributes = new byte[4096];

        assertThat(encoder.announce(out, 0, out.length, PrefixNlri.IPV4, V4, attributes, 0, 4073))
                .isFalse();
        assertThat(encoder.announce(out, 0, out.length, PrefixNlri.IPV4, V4, attributes, 0, 4072))
                .isTrue();
        assertThat(encoder.add(0, 0, 0, 0)).as("0.0.0.0/0 takes one octet").isTrue();
        assertThat(encoder.add(0, 0, 0, 0)).isFalse();
        assertThat(encoder.finish()).isEqualTo(4096);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 19, 22, 29})
    void aBufferThatIsTooShortBeginsNothing(int room) {
        assertThat(encoder.withdraw(out, 10, 10 + room, PrefixNlri.IPV6)).isFalse();
        assertThat(encoder.announce(out, 10, 10 + room, PrefixNlri.IPV6, V6, new byte[14], 0, 14))
                .isFalse();
    }

    @Test
    void withoutRoutesThereIsNoMessage() {
        encoder.announce(out, 7, out.length, PrefixNlri.IPV6, V6, new byte[14], 0, 14);
        assertThat(encoder.finish()).isEqualTo(7);
        encoder.withdraw(out, 9, out.length, PrefixNlri.IPV4);
        assertThat(encoder.finish()).isEqualTo(9);
    }

    @Test
    void mpReachComesFirst() {
        AttributeSet set = AttributeSet.of(PathAttributes.originated(Origin.IGP), V6);
        AttributeEncoder attributes = new AttributeEncoder(SESSION);
        int length = attributes.encode(set, UpdateEncoder.nextHopInside(PrefixNlri.IPV6, set));
        encoder.announce(out, 0, out.length, PrefixNlri.IPV6, V6, attributes.bytes(), 0, length);
        encoder.add(0x20010DB800000000L, 0, 32, 0);
        encoder.finish();

        assertThat(BigEndian.u8(out, MessageFrame.HEADER_LENGTH + 5)).isEqualTo(AttributeType.MP_REACH_NLRI);
    }

    @Test
    void keysAreForFamiliesWithKeys() {
        encoder.withdraw(out, 0, out.length, PrefixNlri.IPV4);
        assertThatThrownBy(() -> encoder.add(out, 0, 1, out, 0, 0, 0)).isInstanceOf(IllegalStateException.class);
        encoder.withdraw(out, 0, out.length, RouteTargetNlri.INSTANCE);
        assertThatThrownBy(() -> encoder.add(0, 0, 0, 0)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aSetWithoutNextHopCannotHaveOneInside() {
        AttributeSet own = AttributeSet.of(PathAttributes.originated(Origin.IGP), null);

        assertThat(UpdateEncoder.nextHopInside(PrefixNlri.IPV4, own)).isFalse();
        assertThatThrownBy(() -> new AttributeEncoder(SESSION).encode(own, true))
                .hasMessageContaining("no next hop");
    }

    @Test
    void twoCodecsForAFamilyAreRefused() {
        assertThatThrownBy(() -> AddressFamilies.UNICAST.with(PrefixNlri.IPV4)).hasMessageContaining("1/1");
        assertThat(AddressFamilies.UNICAST.with(RouteTargetNlri.INSTANCE).ids())
                .containsExactly(
                        AddressFamilyId.IPV4_UNICAST, AddressFamilyId.ROUTE_TARGET, AddressFamilyId.IPV6_UNICAST);
        assertThat(AddressFamilies.UNICAST.codec(AddressFamilyId.L2VPN_EVPN)).isNull();
    }
}
