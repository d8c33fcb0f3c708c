package io.heddle.bgp.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.heddle.bgp.attribute.Octets;
import io.heddle.model.net.Asn;
import io.heddle.model.net.IpAddress;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MessageCodecTest {

    private static final IpAddress ID = IpAddress.parse("10.0.0.1");

    private static BgpMessage through(BgpMessage message) {
        byte[] out = new byte[MessageFrame.MAX_LENGTH];
        int end = MessageCodec.encode(message, out, 3);
        assertThat(MessageFrame.lengthOf(out, 3, end, MessageFrame.MAX_LENGTH)).isEqualTo(end - 3);
        return switch (MessageCodec.decode(out, 3, end)) {
            case Decoded.Ok<BgpMessage> ok -> ok.value();
            case Decoded.Malformed<BgpMessage> malformed -> throw new AssertionError(malformed);
        };
    }

    @Test
    void everyMessageComesBackAsItWasSent() {
        List<BgpMessage> messages = List.of(
                new BgpMessage.Keepalive(),
                new BgpMessage.RouteRefresh(AddressFamilyId.L2VPN_EVPN, BgpMessage.RouteRefresh.BEGIN),
                BgpMessage.Notification.withText(NotificationReason.ADMINISTRATIVE_SHUTDOWN, "gleich zurück"),
                BgpMessage.Open.of(
                        new Asn(4_200_000_001L),
                        90,
                        ID,
                        List.of(
                                new Capability.Multiprotocol(AddressFamilyId.IPV6_UNICAST),
                                new Capability.RouteRefresh(),
                                new Capability.ExtendedNextHop(List.of(new Capability.ExtendedNextHop.Pair(
                                        AddressFamilyId.IPV4_UNICAST, AddressFamilyId.AFI_IPV6))),
                                new Capability.ExtendedMessage(),
                                new Capability.BgpRole(Role.CUSTOMER),
                                new Capability.GracefulRestart(
                                        true,
                                        true,
                                        120,
                                        List.of(new Capability.GracefulRestart.RestartFamily(
                                                AddressFamilyId.IPV4_UNICAST, true))),
                                new Capability.AddPath(List.of(
                                        new Capability.AddPath.PathsFamily(AddressFamilyId.IPV4_UNICAST, true, false))),
                                new Capability.EnhancedRouteRefresh(),
                                new Capability.LongLivedGracefulRestart(
                                        List.of(new Capability.LongLivedGracefulRestart.StaleFamily(
                                                AddressFamilyId.L2VPN_EVPN, true, 0xABCDEF))),
                                new Capability.Unknown(73, Octets.parse("0474657374")))));
        for (BgpMessage message : messages) {
            assertThat(through(message)).isEqualTo(message);
        }
    }

    @Test
    void capabilitiesThatNeedMoreThan254OctetsUseTheExtendedForm() {
        List<Capability> many = IntStream.range(0, 30)
                .<Capability>mapToObj(each -> new Capability.Unknown(200 + each, Octets.parse("00112233445566778899")))
                .toList();
        BgpMessage.Open open = BgpMessage.Open.of(new Asn(65001), 180, ID, many);
        byte[] out = new byte[MessageFrame.MAX_LENGTH];
        MessageCodec.encode(open, out, 0);

        assertThat(BigEndian.u16(out, MessageFrame.HEADER_LENGTH + 9)).isEqualTo(0xFFFF);
        assertThat(through(open)).isEqualTo(open);
    }

    @Test
    void aFourOctetAsShowsAsTransInTheTwoOctetField() {
        assertThat(BgpMessage.Open.of(new Asn(4_200_000_001L), 90, ID, List.of())
                        .myAs())
                .isEqualTo(23456);
    }

    @Test
    void shutdownTextIsCutAtACharacter() {
        BgpMessage.Notification notification =
                BgpMessage.Notification.withText(NotificationReason.ADMINISTRATIVE_RESET, "ü".repeat(200));

        assertThat(notification.text()).hasValue("ü".repeat(127));
    }

    @Test
    void aHardResetCarriesWhatItWraps() {
        BgpMessage.Notification inner = BgpMessage.Notification.of(NotificationReason.PEER_DECONFIGURED);

        assertThat(inner.asHardReset().reason()).hasValue(NotificationReason.HARD_RESET);
        assertThat(inner.asHardReset().inHardReset()).hasValue(inner);
    }

    @Test
    void aMarkedRefreshHasExactlyItsFourOctets() {
        byte[] message = Arrays.copyOf(encoded(new BgpMessage.RouteRefresh(AddressFamilyId.IPV4_UNICAST, 1)), 24);

        assertThat(MessageCodec.decode(message, 0, 24))
                .isInstanceOfSatisfying(Decoded.Malformed.class, malformed -> assertThat(
                                malformed.notification().reason())
                        .hasValue(NotificationReason.INVALID_ROUTE_REFRESH_LENGTH));
        message[MessageFrame.HEADER_LENGTH + 2] = BgpMessage.RouteRefresh.REQUEST;
        assertThat(MessageCodec.decode(message, 0, 24)).isInstanceOf(Decoded.Ok.class);
    }

    @Test
    void textsThatAreNotWhatTheySayAreNone() {
        for (String data : List.of("", "00", "05 61", "02 ff fe")) {
            Octets octets = Octets.of(RawUpdate.bytes(data));
            assertThat(BgpMessage.Notification.of(NotificationReason.ADMINISTRATIVE_SHUTDOWN, octets)
                            .text())
                    .isEmpty();
        }
        assertThat(BgpMessage.Notification.of(NotificationReason.HOLD_TIMER_EXPIRED, Octets.parse("0161"))
                        .text())
                .isEmpty();
    }

    @Test
    void anUnknownSubcodeCountsAsTheUnspecificOne() {
        assertThat(new BgpMessage.Notification(2, 99, Octets.EMPTY).reason()).hasValue(NotificationReason.OPEN_ERROR);
        assertThat(new BgpMessage.Notification(99, 1, Octets.EMPTY).reason()).isEmpty();
    }

    private static byte[] encoded(BgpMessage message) {
        byte[] out = new byte[MessageFrame.MAX_LENGTH];
        int end = MessageCodec.encode(message, out, 0);
        return Arrays.copyOf(out, end);
    }
}
