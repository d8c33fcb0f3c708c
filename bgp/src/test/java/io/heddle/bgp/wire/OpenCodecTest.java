package io.heddle.bgp.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.heddle.bgp.attribute.Octets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OpenCodecTest {

    private static Decoded<BgpMessage> decoded(String body) {
        byte[] bytes = RawUpdate.bytes(body);
        return OpenCodec.decode(bytes, 0, bytes.length);
    }

    private static BgpMessage.Open open(String parameters) {
        int length = RawUpdate.bytes(parameters).length;
        return switch (decoded("04 fde9 005a 0a000001" + String.format("%02x", length) + parameters)) {
            case Decoded.Ok<BgpMessage> ok -> (BgpMessage.Open) ok.value();
            case Decoded.Malformed<BgpMessage> malformed -> throw new AssertionError(malformed);
        };
    }

    private static Decoded.Malformed<BgpMessage> malformed(String body) {
        return switch (decoded(body)) {
            case Decoded.Ok<BgpMessage> ok -> throw new AssertionError(ok);
            case Decoded.Malformed<BgpMessage> malformed -> malformed;
        };
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "version 3,                         03 fde9 005a 0a000001 00,             UNSUPPORTED_VERSION",
        "AS 0,                              04 0000 005a 0a000001 00,             BAD_PEER_AS",
        "AS 0 in four octets,               04 fde9 005a 0a000001 08 02 06 41 04 00000000, BAD_PEER_AS",
        "a hold time of 1,                  04 fde9 0001 0a000001 00,             UNACCEPTABLE_HOLD_TIME",
        "a hold time of 2,                  04 fde9 0002 0a000001 00,             UNACCEPTABLE_HOLD_TIME",
        "identifier 0,                      04 fde9 005a 00000000 00,             BAD_BGP_IDENTIFIER",
        "the authentication parameter,      04 fde9 005a 0a000001 04 01 02 0000,  UNSUPPORTED_OPTIONAL_PARAMETER",
        "parameters beyond the message,     04 fde9 005a 0a000001 05 02 02 0200,  OPEN_ERROR",
        "parameters short of the message,   04 fde9 005a 0a000001 03 02 02 0200,  OPEN_ERROR",
        "a parameter of one octet,          04 fde9 005a 0a000001 01 02,          OPEN_ERROR",
        "a parameter beyond the parameters, 04 fde9 005a 0a000001 04 02 03 0200,  OPEN_ERROR",
        "a capability of one octet,         04 fde9 005a 0a000001 03 02 01 02,    OPEN_ERROR",
        "a capability beyond its parameter, 04 fde9 005a 0a000001 04 02 02 0205,  OPEN_ERROR",
        "extended parameters without length, 04 fde9 005a 0a000001 ff ff 00,      OPEN_ERROR",
        "extended parameters beyond the end, 04 fde9 005a 0a000001 ff ff 0004 02 0000, OPEN_ERROR",
        "an extended parameter of two octets, 04 fde9 005a 0a000001 ff ff 0002 02 00, OPEN_ERROR"
    })
    void whatIsWrongIsNamed(String name, String body, NotificationReason reason) {
        assertThat(malformed(body).reason()).as(name).isEqualTo(reason);
    }

    @Test
    void theVersionThatWouldDoIsInTheNotification() {
        assertThat(malformed("05 fde9 005a 0a000001 00").data()).isEqualTo(Octets.parse("0004"));
    }

    @Test
    void theParameterNotSupportedIsInTheNotification() {
        assertThat(malformed("04 fde9 005a 0a000001 04 01 02 0007").data()).isEqualTo(Octets.parse("01020007"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0000", "0003", "ffff"})
    void holdTimesOfZeroAndFromThreeOnAreAccepted(String holdTime) {
        assertThat(decoded("04 fde9 " + holdTime + " 0a000001 00")).isInstanceOf(Decoded.Ok.class);
    }

    @Test
    void capabilitiesMayShareAParameterOrNot() {
        assertThat(open("02 08 01 04 0001 00 01 02 00").capabilities())
                .isEqualTo(open("02 06 01 04 0001 00 01 02 02 02 00").capabilities())
                .containsExactly(
                        new Capability.Multiprotocol(AddressFamilyId.IPV4_UNICAST), new Capability.RouteRefresh());
    }

    @Test
    void theExtendedFormIsReadEvenWhereItIsNotNeeded() {
        assertThat(decoded("04 fde9 005a 0a000001 01 ff 0005 02 0002 0200"))
                .isEqualTo(decoded("04 fde9 005a 0a000001 04 02 02 0200"));
    }

    @Test
    void aKnownCapabilityOfAnotherFormIsKeptAside() {
        Map<String, Integer> wrong = Map.ofEntries(
                Map.entry("01 03 000100", 1),
                Map.entry("02 01 00", 2),
                Map.entry("05 05 0001000100", 5),
                Map.entry("06 01 00", 6),
                Map.entry("09 01 05", 9),
                Map.entry("09 02 0000", 9),
                Map.entry("40 01 00", 64),
                Map.entry("40 05 0078000101", 64),
                Map.entry("41 02 fde9", 65),
                Map.entry("45 03 000101", 69),
                Map.entry("46 01 00", 70),
                Map.entry("47 06 000101000000", 71));
        wrong.forEach((capability, code) -> {
            int length = RawUpdate.bytes(capability).length;
            List<Capability> read =
                    open(String.format("02 %02x", length) + capability).capabilities();
            assertThat(read).singleElement().isInstanceOfSatisfying(Capability.Unknown.class, unknown -> assertThat(
                            unknown.code())
                    .isEqualTo(code));
        });
    }

    @Test
    void addPathThatNeitherSendsNorReceivesIsPassedOver() {
        assertThat(open("02 0a 45 08 0001 01 00 0002 01 03").capabilities())
                .containsExactly(new Capability.AddPath(
                        List.of(new Capability.AddPath.PathsFamily(AddressFamilyId.IPV6_UNICAST, true, true))));
    }

    @Test
    void theFourOctetNumberIsThePeersAs() {
        assertThat(open("02 06 41 04 fa56ea01").asn()).isEqualTo(4_200_000_001L);
        assertThat(open("").asn()).isEqualTo(65001);
    }
}
