package io.heddle.bgp.ra;

import static org.assertj.core.api.Assertions.assertThat;

import io.heddle.model.net.IpAddress;
import io.heddle.model.net.Mac;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NeighborDiscoveryTest {

    private static final IpAddress PEER = IpAddress.parse("fe80::1");

    /** Advertisement, hop limit 64, lifetime 30 s, source link-layer address 02:00:00:00:00:07. */
    private static final String ADVERTISEMENT = "86000000" + "4000001e" + "00000000" + "00000000" + "0101020000000007";

    @Test
    void bytesAndValueAreEqualBothWays() {
        byte[] bytes = HexFormat.of().parseHex(ADVERTISEMENT);

        assertThat(NeighborDiscovery.advertisement(Duration.ofSeconds(30), Mac.parse("02:00:00:00:00:07")))
                .isEqualTo(bytes);
        assertThat(NeighborDiscovery.decode(bytes, PEER, 255))
                .isEqualTo(new NeighborMessage.Advertisement(Duration.ofSeconds(30)));
    }

    @Test
    void aSolicitationIsRead() {
        assertThat(NeighborDiscovery.decode(HexFormat.of().parseHex("8500000000000000"), IpAddress.parse("::"), 255))
                .isEqualTo(new NeighborMessage.Solicitation());
    }

    @ParameterizedTest
    @CsvSource({
        "8600000040000000 0000000000000000, fe80::1, 254, hop limit",
        "8600000040000000 0000000000000000, 2001:db8::1, 255, link-local",
        "8601000040000000 0000000000000000, fe80::1, 255, code",
        "8600000040000000 00000000000000, fe80::1, 255, fewer than 16",
        "8600000040000000 0000000000000000 0100020000000007, fe80::1, 255, option of length 0",
        "8600000040000000 0000000000000000 0102020000000007, fe80::1, 255, option of length 2",
        "8600000040000000 0000000000000000 01, fe80::1, 255, option",
        "85000000000000, fe80::1, 255, fewer than 8",
        "8700000000000000, fe80::1, 255, type 135",
    })
    void whatSection61RefusesIsDiscarded(String hex, String source, int hops, String why) {
        byte[] bytes = HexFormat.of().parseHex(hex.replace(" ", ""));

        assertThat(NeighborDiscovery.decode(bytes, IpAddress.parse(source), hops))
                .isInstanceOfSatisfying(NeighborMessage.Discarded.class, read -> assertThat(read.why())
                        .contains(why));
    }

    @Test
    void everyTruncationIsDiscarded() {
        byte[] bytes = HexFormat.of().parseHex(ADVERTISEMENT);
        for (int length = 0; length < bytes.length; length++) {
            boolean whole = length == 16;
            assertThat(
                            NeighborDiscovery.decode(Arrays.copyOf(bytes, length), PEER, 255)
                                    instanceof NeighborMessage.Discarded)
                    .isEqualTo(!whole);
        }
    }
}
