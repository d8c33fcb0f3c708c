package io.heddle.bgp.wire;

import static io.heddle.bgp.wire.RawUpdate.AS_PATH;
import static io.heddle.bgp.wire.RawUpdate.LOCAL_PREF;
import static io.heddle.bgp.wire.RawUpdate.MANDATORY;
import static io.heddle.bgp.wire.RawUpdate.MP_REACH;
import static io.heddle.bgp.wire.RawUpdate.NEXT_HOP;
import static io.heddle.bgp.wire.RawUpdate.NLRI;
import static io.heddle.bgp.wire.RawUpdate.ORIGIN;
import static org.assertj.core.api.Assertions.assertThat;

import io.heddle.bgp.attribute.AttributeSet;
import io.heddle.bgp.attribute.PathAttributes;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** RFC 7606, rule by rule, with the sections of RFC 4271, 6793, 7607, 8092 and 9234 that follow it. */
class RevisedErrorHandlingTest {

    private static final SessionOptions EXTERNAL =
            SessionOptions.of(true, AddressFamilyId.IPV4_UNICAST, AddressFamilyId.IPV6_UNICAST);
    private static final SessionOptions INTERNAL =
            SessionOptions.of(false, AddressFamilyId.IPV4_UNICAST, AddressFamilyId.IPV6_UNICAST);

    private static Judgement external(String attributes) {
        return Judgement.of(RawUpdate.of("", attributes, NLRI), EXTERNAL);
    }

    private static Judgement internal(String attributes) {
        return Judgement.of(RawUpdate.of("", attributes, NLRI), INTERNAL);
    }

    @Test
    void theVectorsBeforeTheFaultAreSound() {
        assertThat(external(MANDATORY).kind()).isEqualTo(Judgement.Kind.SOUND);
        assertThat(internal(MANDATORY + LOCAL_PREF).kind()).isEqualTo(Judgement.Kind.SOUND);
        assertThat(Judgement.of(RawUpdate.of("", ORIGIN + AS_PATH + MP_REACH, ""), EXTERNAL)
                        .kind())
                .isEqualTo(Judgement.Kind.SOUND);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            ORIGIN with an undefined value       | 40 01 01 03                      | INVALID_ORIGIN             | RFC 7606 section 7.1
            ORIGIN of two octets                 | 40 01 02 0000                    | ATTRIBUTE_LENGTH_ERROR     | RFC 7606 section 7.1
            ORIGIN without value                 | 40 01 00                         | ATTRIBUTE_LENGTH_ERROR     | RFC 7606 section 7.1
            ORIGIN flagged optional              | c0 01 01 00                      | ATTRIBUTE_FLAGS_ERROR      | RFC 7606 section 3 c
            ORIGIN flagged not transitive        | 00 01 01 00                      | ATTRIBUTE_FLAGS_ERROR      | RFC 7606 section 3 c
            AS_PATH with an unknown segment      | 40 02 06 05 01 0000fde9          | MALFORMED_AS_PATH          | RFC 7606 section 7.2
            AS_PATH with segment type 0          | 40 02 06 00 01 0000fde9          | MALFORMED_AS_PATH          | RFC 7606 section 7.2
            AS_PATH whose segment runs over      | 40 02 06 02 02 0000fde9          | MALFORMED_AS_PATH          | RFC 7606 section 7.2
            AS_PATH with one octet left          | 40 02 07 02 01 0000fde9 02       | MALFORMED_AS_PATH          | RFC 7606 section 7.2
            AS_PATH with an empty segment        | 40 02 08 02 01 0000fde9 02 00    | MALFORMED_AS_PATH          | RFC 7606 section 7.2
            AS_PATH with AS 0                    | 40 02 06 02 01 00000000          | MALFORMED_AS_PATH          | RFC 7606 section 7.2
            AS_PATH of a confederation           | 40 02 06 03 01 0000fde9          | MALFORMED_AS_PATH          | RFC 7606 section 7.2
            NEXT_HOP of three octets             | 40 03 03 c00002                  | ATTRIBUTE_LENGTH_ERROR     | RFC 7606 section 7.3
            NEXT_HOP of five octets              | 40 03 05 c000020101              | ATTRIBUTE_LENGTH_ERROR     | RFC 7606 section 7.3
            NEXT_HOP 0.0.0.0                     | 40 03 04 00000000                | INVALID_NEXT_HOP           | RFC 4271 section 6.3
            NEXT_HOP a multicast group           | 40 03 04 e0000001                | INVALID_NEXT_HOP           | RFC 4271 section 6.3
            MULTI_EXIT_DISC of three octets      | 80 04 03 000001                  | ATTRIBUTE_LENGTH_ERROR     | RFC 7606 section 7.4
            MULTI_EXIT_DISC flagged transitive   | c0 04 04 00000001                | ATTRIBUTE_FLAGS_ERROR      | RFC 7606 section 3 c
            COMMUNITIES of five octets           | c0 08 05 0000000100              | OPTIONAL_ATTRIBUTE_ERROR   | RFC 7606 section 7.8
            COMMUNITIES without value            | c0 08 00                         | OPTIONAL_ATTRIBUTE_ERROR   | RFC 7606 section 7.8
            EXTENDED_COMMUNITIES of seven octets | c0 10 07 00020000000001          | OPTIONAL_ATTRIBUTE_ERROR   | RFC 7606 section 7.14
            EXTENDED_COMMUNITIES without value   | c0 10 00                         | OPTIONAL_ATTRIBUTE_ERROR   | RFC 7606 section 7.14
            IPv6 extended communities of four    | c0 19 04 00020000                | OPTIONAL_ATTRIBUTE_ERROR   | RFC 7606 section 7.15
            LARGE_COMMUNITIES of eleven octets   | c0 20 0b 0000000100000002000000  | OPTIONAL_ATTRIBUTE_ERROR   | RFC 8092 section 6
            LARGE_COMMUNITIES without value      | c0 20 00                         | OPTIONAL_ATTRIBUTE_ERROR   | RFC 8092 section 6
            OTC of two octets                    | c0 23 02 fde9                    | ATTRIBUTE_LENGTH_ERROR     | RFC 9234 section 5
            """)
    void routesWithSuchAnAttributeCountAsWithdrawn(
            String name, String attribute, NotificationReason reason, String section) {
        int type = RawUpdate.bytes(attribute)[1] & 0xFF;
        StringBuilder attributes = new StringBuilder();
        for (String each : List.of(ORIGIN, AS_PATH, NEXT_HOP)) {
            attributes.append(RawUpdate.bytes(each)[1] == type ? attribute : each);
        }
        if (type > AttributeType.NEXT_HOP) {
            attributes.append(attribute);
        }

        Judgement judged = external(attributes.toString());

        assertThat(judged.kind()).as(name).isEqualTo(Judgement.Kind.TREAT_AS_WITHDRAW);
        AttributeFault fault = judged.faults().getFirst();
        assertThat(fault.attribute()).isEqualTo(type);
        assertThat(fault.reason()).isEqualTo(reason);
        assertThat(fault.section()).isEqualTo(section);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            LOCAL_PREF of five octets       | 40 05 05 0000006400   | ATTRIBUTE_LENGTH_ERROR
            LOCAL_PREF flagged optional     | c0 05 04 00000064     | ATTRIBUTE_FLAGS_ERROR
            ORIGINATOR_ID of five octets    | 80 09 05 0a00000100   | ATTRIBUTE_LENGTH_ERROR
            CLUSTER_LIST of five octets     | 80 0a 05 0a00000100   | OPTIONAL_ATTRIBUTE_ERROR
            CLUSTER_LIST without value      | 80 0a 00              | OPTIONAL_ATTRIBUTE_ERROR
            """)
    void attributesOfTheInsideAreJudgedInside(String name, String attribute, NotificationReason reason) {
        boolean isLocalPref = RawUpdate.bytes(attribute)[1] == AttributeType.LOCAL_PREF;

        Judgement judged = internal(MANDATORY + (isLocalPref ? "" : LOCAL_PREF) + attribute);

        assertThat(judged.kind()).as(name).isEqualTo(Judgement.Kind.TREAT_AS_WITHDRAW);
        assertThat(judged.faults().getFirst().reason()).isEqualTo(reason);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            LOCAL_PREF                        | 40 05 04 000000c8
            LOCAL_PREF, malformed             | 40 05 05 000000c800
            ORIGINATOR_ID                     | 80 09 04 0a000001
            CLUSTER_LIST                      | 80 0a 04 0a000001
            CLUSTER_LIST, malformed           | 80 0a 03 0a0000
            ATOMIC_AGGREGATE with a value     | 40 06 01 00
            AGGREGATOR with a two-octet AS    | c0 07 06 fde9 0a000001
            AGGREGATOR with AS 0              | c0 07 08 00000000 0a000001
            AS4_PATH between new speakers     | c0 11 06 02 01 0000fde9
            AS4_AGGREGATOR between new ones   | c0 12 08 0000fde9 0a000001
            a second ORIGIN                   | 40 01 01 02
            """)
    void suchAnAttributeIsDroppedAndTheRouteStands(String name, String attribute) {
        Judgement judged = external(MANDATORY + attribute);

        assertThat(judged.kind()).as(name).isEqualTo(Judgement.Kind.DISCARD_ATTRIBUTE);
        assertThat(judged.attributes())
                .as("as if it had never been there")
                .isEqualTo(external(MANDATORY).attributes());
    }

    @ParameterizedTest(name = "without {0}")
    @CsvSource({"1, 40010100", "2, 4002060201 0000fde9", "3, 400304 c0000201"})
    void aRouteWithoutAMandatoryAttributeCountsAsWithdrawn(int type, String attribute) {
        String rest = MANDATORY.replaceAll("\\s", "").replace(attribute.replace(" ", ""), "");

        Judgement judged = external(rest);

        assertThat(judged.kind()).isEqualTo(Judgement.Kind.TREAT_AS_WITHDRAW);
        assertThat(judged.faults().getFirst().reason()).isEqualTo(NotificationReason.MISSING_WELL_KNOWN_ATTRIBUTE);
        assertThat(judged.faults().getFirst().data().at(0)).isEqualTo(type);
    }

    @Test
    void localPrefIsMandatoryInsideAnAs() {
        assertThat(internal(MANDATORY).kind()).isEqualTo(Judgement.Kind.TREAT_AS_WITHDRAW);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            an unknown well-known attribute | 40 63 01 00           | UNRECOGNIZED_WELL_KNOWN_ATTRIBUTE | RFC 4271 section 6.3
            two MP_REACH_NLRI               | 80 0e 1a 0002 01 10 20010db8000000000000000000000001 00 20 20010db8 80 0e 1a 0002 01 10 20010db8000000000000000000000001 00 20 20010db8 | MALFORMED_ATTRIBUTE_LIST | RFC 7606 section 3 g
            two MP_UNREACH_NLRI             | 80 0f 03 0002 01 80 0f 03 0002 01 | MALFORMED_ATTRIBUTE_LIST | RFC 7606 section 3 g
            MP_REACH_NLRI of four octets    | 80 0e 04 0002 01 00   | OPTIONAL_ATTRIBUTE_ERROR | RFC 7606 section 5.3
            MP_UNREACH_NLRI of two octets   | 80 0f 02 0002         | OPTIONAL_ATTRIBUTE_ERROR | RFC 7606 section 5.3
            MP_REACH_NLRI flagged transitive | c0 0e 1a 0002 01 10 20010db8000000000000000000000001 00 20 20010db8 | OPTIONAL_ATTRIBUTE_ERROR | RFC 7606 section 5.3
            an IPv6 next hop of 15 octets   | 80 0e 19 0002 01 0f 20010db80000000000000000000000 00 20 20010db8 | OPTIONAL_ATTRIBUTE_ERROR | RFC 7606 section 5.3
            a next hop beyond the attribute | 80 0e 05 0002 01 10 20 | OPTIONAL_ATTRIBUTE_ERROR | RFC 7606 section 5.3
            an IPv6 prefix of 129 bits      | 80 0e 27 0002 01 10 20010db8000000000000000000000001 00 81 20010db8000000000000000000000000 00 | OPTIONAL_ATTRIBUTE_ERROR | RFC 7606 section 5.3
            an IPv6 prefix not whole        | 80 0e 19 0002 01 10 20010db8000000000000000000000001 00 20 20010d | OPTIONAL_ATTRIBUTE_ERROR | RFC 7606 section 5.3
            MP_REACH_NLRI beyond the attributes | 80 0e 30 0002 01  | OPTIONAL_ATTRIBUTE_ERROR | RFC 7606 section 5.3
            """)
    void theSessionEnds(String name, String attributes, NotificationReason reason, String section) {
        Judgement judged = external(MANDATORY + attributes);

        assertThat(judged.kind()).as(name).isEqualTo(Judgement.Kind.RESET_SESSION);
        assertThat(judged.faults().getFirst().reason()).isEqualTo(reason);
        assertThat(judged.faults().getFirst().section()).isEqualTo(section);
    }

    @ParameterizedTest
    @CsvSource({"21 0a01000000", "10 0a", "18 0a0100 09", "ff 0a"})
    void anIpv4PrefixThatCannotBeReadEndsTheSession(String nlri) {
        Judgement announced = Judgement.of(RawUpdate.of("", MANDATORY, nlri), EXTERNAL);
        Judgement withdrawn = Judgement.of(RawUpdate.of(nlri, "", ""), EXTERNAL);

        assertThat(announced.kind()).isEqualTo(Judgement.Kind.RESET_SESSION);
        assertThat(withdrawn.kind()).isEqualTo(Judgement.Kind.RESET_SESSION);
        assertThat(announced.faults().getFirst().reason()).isEqualTo(NotificationReason.INVALID_NETWORK_FIELD);
    }

    @ParameterizedTest
    @CsvSource({"40 04 09 00", "40", "40 04", "90 04 00"})
    void anAttributeBeyondTheAttributesWithdrawsTheRoutesThatAreFound(String cut) {
        Judgement judged = external(MANDATORY + cut);

        assertThat(judged.kind()).isEqualTo(Judgement.Kind.TREAT_AS_WITHDRAW);
        assertThat(judged.faults().getFirst().section()).isEqualTo("RFC 7606 section 4");
    }

    @Test
    void withoutRoutesToWithdrawItEndsTheSession() {
        assertThat(Judgement.of(RawUpdate.of("", MANDATORY + "40 04 09 00", ""), EXTERNAL)
                        .kind())
                .isEqualTo(Judgement.Kind.RESET_SESSION);
        assertThat(Judgement.of(RawUpdate.of(NLRI, "40 01 01 07", ""), EXTERNAL).kind())
                .isEqualTo(Judgement.Kind.RESET_SESSION);
    }

    @Test
    void attributesBesideWithdrawnRoutesAloneAreNoFault() {
        assertThat(Judgement.of(RawUpdate.of(NLRI, ORIGIN, ""), EXTERNAL).kind())
                .isEqualTo(Judgement.Kind.SOUND);
    }

    @Test
    void lengthsBeyondTheMessageEndTheSession() {
        byte[] attributesTooLong = RawUpdate.of("", MANDATORY, NLRI);
        attributesTooLong[MessageFrame.HEADER_LENGTH + 3] = (byte) 0xFF;
        byte[] withdrawnTooLong = RawUpdate.of("", MANDATORY, NLRI);
        withdrawnTooLong[MessageFrame.HEADER_LENGTH] = (byte) 0x7F;

        for (byte[] message : List.of(attributesTooLong, withdrawnTooLong)) {
            Judgement judged = Judgement.of(message, EXTERNAL);
            assertThat(judged.kind()).isEqualTo(Judgement.Kind.RESET_SESSION);
            assertThat(judged.faults().getFirst().section()).isEqualTo("RFC 7606 section 3 b");
        }
    }

    @Test
    void theStrongestOfSeveralFaultsDecides() {
        assertThat(external(MANDATORY + "40 06 01 00" + "c0 08 01 00").kind())
                .isEqualTo(Judgement.Kind.TREAT_AS_WITHDRAW);
        assertThat(external(MANDATORY + "c0 08 01 00" + "40 63 01 00").kind()).isEqualTo(Judgement.Kind.RESET_SESSION);
    }

    @Test
    void theFirstOfTwoEqualAttributesCounts() {
        AttributeSet set = Objects.requireNonNull(
                external(MANDATORY + "80 04 04 00000007" + "80 04 04 00000008").attributes());

        assertThat(set.core().med()).isEqualTo(7);
    }

    @Test
    void whatIsNotUnderstoodTravelsOnWithThePartialBitIfItMay() {
        AttributeSet set = Objects.requireNonNull(
                external(MANDATORY + "c0 63 02 abcd" + "80 64 02 abcd").attributes());

        assertThat(set.carried().others()).hasSize(1);
        assertThat(set.carried().others().getFirst().flags()).isEqualTo(0xE0);
        assertThat(set.carried().others().getFirst().type()).isEqualTo(0x63);
    }

    @Test
    void localPrefFromOutsideLeavesTheDefault() {
        AttributeSet set =
                Objects.requireNonNull(external(MANDATORY + "40 05 04 000000c8").attributes());

        assertThat(set.core().localPref()).isEqualTo(PathAttributes.DEFAULT_LOCAL_PREF);
    }

    @Test
    void routesOfAFamilyNotAgreedOnArePassedOver() {
        UpdateView view = new UpdateView(AddressFamilies.UNICAST);
        byte[] message = RawUpdate.of("", ORIGIN + AS_PATH + MP_REACH, "");

        assertThat(view.parse(message, 0, message.length, SessionOptions.of(true, AddressFamilyId.IPV4_UNICAST)))
                .isEqualTo(UpdateVerdict.SOUND);
        assertThat(view.mpAnnounced().isEmpty()).isTrue();
    }

    @Test
    void aNextHopOutsideIsIgnoredForTheRoutesOfMpReach() {
        Judgement judged = Judgement.of(RawUpdate.of("", ORIGIN + AS_PATH + "40 03 02 0102" + MP_REACH, ""), EXTERNAL);

        assertThat(judged.kind()).isEqualTo(Judgement.Kind.SOUND);
    }
}
