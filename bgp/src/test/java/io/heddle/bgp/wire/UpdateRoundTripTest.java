package io.heddle.bgp.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.heddle.bgp.attribute.AsPath;
import io.heddle.bgp.attribute.AttributeSet;
import io.heddle.bgp.attribute.NextHop;
import io.heddle.bgp.attribute.Origin;
import io.heddle.bgp.attribute.PathAttributes;
import io.heddle.model.net.Asn;
import io.heddle.model.net.IpAddress;
import java.util.Set;
import org.junit.jupiter.api.Test;

class UpdateRoundTripTest {

    private static final PathAttributes CORE =
            PathAttributes.originated(Origin.IGP).withAsPath(AsPath.of(new Asn(65001), new Asn(4_200_000_001L)));

    private final byte[] out = new byte[1 << 16];
    private final UpdateView view = new UpdateView(AddressFamilies.UNICAST);
    private final PrefixCursor cursor = new PrefixCursor();

    private static SessionOptions session(boolean external) {
        return SessionOptions.of(external, AddressFamilyId.IPV4_UNICAST, AddressFamilyId.IPV6_UNICAST);
    }

    @Test
    void aMessageIsFilledWithAsManyIpv4PrefixesAsFit() {
        AttributeSet set = AttributeSet.of(CORE, NextHop.of(IpAddress.parse("192.0.2.1")));
        SessionOptions options = session(true);
        AttributeEncoder attributes = new AttributeEncoder(options);
        int length = attributes.encode(set, true);
        UpdateEncoder encoder = new UpdateEncoder(options);
        assertThat(encoder.announce(
                        out,
                        7,
                        out.length,
                        PrefixNlri.IPV4,
                        set.nextHop().orElseThrow(),
                        attributes.bytes(),
                        0,
                        length))
                .isTrue();
        int count = 0;
        while (encoder.add(0, 0x0A000000L + count, 32, 0)) {
            count++;
        }
        int end = encoder.finish();

        assertThat(end - 7).isGreaterThan(4091).isLessThanOrEqualTo(4096);
        assertThat(view.parse(out, 7, end, options)).isEqualTo(UpdateVerdict.SOUND);
        NlriRange range = view.announced();
        cursor.over(PrefixNlri.IPV4, range.bytes(), range.from(), range.to(), range.addPath());
        for (int i = 0; i < count; i++) {
            assertThat(cursor.next()).isTrue();
            assertThat(cursor.low()).isEqualTo(0x0A000000L + i);
            assertThat(cursor.length()).isEqualTo(32);
        }
        assertThat(cursor.next()).isFalse();
        assertThat(decoded(view.block(), options)).isEqualTo(set);
    }

    @Test
    void ipv6PrefixesTravelInMpReachWithBothNextHops() {
        NextHop nextHop = new NextHop(IpAddress.parse("2001:db8::1"), IpAddress.parse("fe80::1"));
        AttributeSet set = AttributeSet.of(CORE.withLocalPref(200), nextHop);
        SessionOptions options = session(false);
        int end = announceV6(set, options, PrefixNlri.IPV6);

        assertThat(view.parse(out, 0, end, options)).isEqualTo(UpdateVerdict.SOUND);
        NlriRange range = view.mpAnnounced();
        cursor.over(PrefixNlri.IPV6, range.bytes(), range.from(), range.to(), range.addPath());
        assertThat(cursor.next()).isTrue();
        assertThat(cursor.high()).isEqualTo(0x20010DB800000000L);
        assertThat(cursor.length()).isEqualTo(48);
        assertThat(decoded(view.mpBlock(), options)).isEqualTo(set);
    }

    @Test
    void ipv4PrefixesOverAnIpv6NextHopTravelInMpReachToo() {
        AttributeSet set = AttributeSet.of(CORE, NextHop.of(IpAddress.parse("fe80::2")));
        SessionOptions plain = session(true);
        SessionOptions options = new SessionOptions(
                true, false, true, 4096, plain.families(), Set.of(), Set.of(), Set.of(AddressFamilyId.IPV4_UNICAST));
        int end = announceV6(set, options, PrefixNlri.IPV4);

        assertThat(view.parse(out, 0, end, options)).isEqualTo(UpdateVerdict.SOUND);
        assertThat(view.mpAnnounced().codec()).isEqualTo(PrefixNlri.IPV4);
        assertThat(decoded(view.mpBlock(), options)).isEqualTo(set);
        assertThat(view.parse(out, 0, end, plain)).isInstanceOf(UpdateVerdict.Reset.class);
    }

    @Test
    void withdrawalsOfBothFamiliesComeBack() {
        SessionOptions options = session(true);
        UpdateEncoder encoder = new UpdateEncoder(options);
        encoder.withdraw(out, 0, out.length, PrefixNlri.IPV4);
        encoder.add(0, 0x0A000000L, 8, 0);
        assertThat(view.parse(out, 0, encoder.finish(), options)).isEqualTo(UpdateVerdict.SOUND);
        assertThat(view.withdrawn().isEmpty()).isFalse();

        encoder.withdraw(out, 0, out.length, PrefixNlri.IPV6);
        encoder.add(0x20010DB800000000L, 0, 64, 0);
        assertThat(view.parse(out, 0, encoder.finish(), options)).isEqualTo(UpdateVerdict.SOUND);
        assertThat(view.mpWithdrawn().isEmpty()).isFalse();
        assertThat(view.withdrawn().isEmpty()).isTrue();
    }

    @Test
    void endOfRibIsSeenForEveryFamily() {
        SessionOptions options = session(true);
        for (AddressFamilyId family : options.families()) {
            int end = UpdateEncoder.endOfRib(family, out, 0);
            assertThat(MessageFrame.lengthOf(out, 0, end, 4096)).isEqualTo(end);
            assertThat(view.parse(out, 0, end, options)).isEqualTo(new UpdateVerdict.EndOfRib(family));
        }
    }

    private int announceV6(AttributeSet set, SessionOptions options, PrefixNlri nlri) {
        AttributeEncoder attributes = new AttributeEncoder(options);
        int length = attributes.encode(set, UpdateEncoder.nextHopInside(nlri, set));
        UpdateEncoder encoder = new UpdateEncoder(options);
        encoder.announce(out, 0, out.length, nlri, set.nextHop().orElseThrow(), attributes.bytes(), 0, length);
        if (nlri == PrefixNlri.IPV6) {
            encoder.add(0x20010DB800000000L, 0, 48, 0);
        } else {
            encoder.add(0, 0x0A000000L, 8, 0);
        }
        return encoder.finish();
    }

    private static AttributeSet decoded(AttributeBlock block, SessionOptions options) {
        return switch (AttributeDecoder.decode(block.bytes(), block.from(), block.to(), options)) {
            case AttributeOutcome.Usable usable -> usable.attributes();
            case AttributeOutcome.Withdraw withdraw -> throw new AssertionError(withdraw);
            case AttributeOutcome.Reset reset -> throw new AssertionError(reset);
        };
    }
}
