package io.heddle.bgp.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.heddle.bgp.attribute.Aggregator;
import io.heddle.bgp.attribute.AttributeSet;
import io.heddle.model.net.IpAddress;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Sessions with a speaker that knows two-octet AS numbers only (RFC 6793). */
class OldSpeakerTest {

    private static final SessionOptions OLD = new SessionOptions(
            true, false, false, 4096, Set.of(AddressFamilyId.IPV4_UNICAST), Set.of(), Set.of(), Set.of());

    private static AttributeSet received(String asPathAndMore) {
        Judgement judged = Judgement.of(
                RawUpdate.of("", RawUpdate.ORIGIN + asPathAndMore + RawUpdate.NEXT_HOP, RawUpdate.NLRI), OLD);
        return Objects.requireNonNull(judged.attributes(), judged::toString);
    }

    @ParameterizedTest(name = "{2}")
    @CsvSource({
        // AS_PATH of three, AS4_PATH of two: the nearest one is the old speaker's own.
        "02 03 fde9 5ba0 5ba0, 02 02 fa56ea01 fa56ea02, 65001 4200000001 4200000002",
        "02 02 5ba0 5ba0, 02 02 fa56ea01 fa56ea02, 4200000001 4200000002",
        // A set counts as one, in both.
        "02 02 fde9 5ba0 01 02 fdea fdeb, 02 01 fa56ea01 01 02 0000fdea 0000fdeb, '65001 4200000001 {65002,65003}'",
        // A set in front that only the old speaker knows is taken whole.
        "01 02 fdea fdeb 02 01 5ba0, 02 01 fa56ea01, '{65002,65003} 4200000001'",
        // AS4_PATH longer than AS_PATH is ignored.
        "02 01 fde9, 02 02 fa56ea01 fa56ea02, 65001",
        // Confederation segments in AS4_PATH are dropped.
        "02 02 fde9 5ba0, 03 01 0000fc01 02 01 fa56ea01, 65001 4200000001"
    })
    void theRealPathIsPutTogether(String asPath, String as4Path, String expected) {
        String two = String.format("40 02 %02x", RawUpdate.bytes(asPath).length) + asPath;
        String four = String.format("c0 11 %02x", RawUpdate.bytes(as4Path).length) + as4Path;

        assertThat(received(two + four).core().asPath()).hasToString(expected);
    }

    @Test
    void aMalformedAs4PathIsDropped() {
        assertThat(received("40 02 04 02 01 fde9" + "c0 11 05 02 01 fa56ea")
                        .core()
                        .asPath())
                .hasToString("65001");
        assertThat(received("40 02 04 02 01 fde9" + "c0 11 06 02 01 00000000")
                        .core()
                        .asPath())
                .hasToString("65001");
    }

    @Test
    void theAggregatorIsTakenFromAs4AggregatorOnlyForAsTrans() {
        AttributeSet trans = received(
                "40 02 04 02 01 5ba0 c0 07 06 5ba0 0a000001 c0 11 06 02 01 fa56ea01 c0 12 08 fa56ea01 0a000001");
        AttributeSet real = received(
                "40 02 04 02 01 5ba0 c0 07 06 fde9 0a000001 c0 11 06 02 01 fa56ea01 c0 12 08 fa56ea01 0a000001");

        assertThat(trans.carried().aggregator()).isEqualTo(new Aggregator(4_200_000_001L, IpAddress.parse("10.0.0.1")));
        assertThat(trans.core().asPath()).hasToString("4200000001");
        assertThat(real.carried().aggregator()).isEqualTo(new Aggregator(65001, IpAddress.parse("10.0.0.1")));
        assertThat(real.core().asPath())
                .as("an old speaker aggregated: AS4_PATH is stale")
                .hasToString("23456");
    }

    @Test
    void whatTwoOctetsCannotSayGoesAlongInAs4Attributes() {
        AttributeSet set = received(
                "40 02 04 02 01 5ba0 c0 07 06 5ba0 0a000001 c0 11 06 02 01 fa56ea01 c0 12 08 fa56ea01 0a000001");
        AttributeEncoder encoder = new AttributeEncoder(OLD);
        int length = encoder.encode(set, true);

        assertThat(AttributeDecoder.decode(encoder.bytes(), 0, length, OLD))
                .isInstanceOfSatisfying(AttributeOutcome.Usable.class, usable -> assertThat(usable.attributes())
                        .isEqualTo(set));
    }

    @Test
    void pathsThatFitTravelWithoutAs4Path() {
        AttributeEncoder encoder = new AttributeEncoder(OLD);
        int length = encoder.encode(received("40 02 04 02 01 fde9"), true);

        AttributeWalk walk = new AttributeWalk();
        walk.over(encoder.bytes(), 0, length);
        while (walk.next()) {
            assertThat(walk.type).isNotEqualTo(AttributeType.AS4_PATH);
        }
    }
}
