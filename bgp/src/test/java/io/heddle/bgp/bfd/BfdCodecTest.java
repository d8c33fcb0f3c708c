package io.heddle.bgp.bfd;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BfdCodecTest {

    /** Up, poll, multiplier 3, discriminators 17 and 9, 300 ms to send, 250 ms to receive, no echo. */
    private static final String UP = "20e00318" + "00000011" + "00000009" + "000493e0" + "0003d090" + "00000000";

    private static final BfdPacket PACKET =
            new BfdPacket(BfdDiagnostic.NONE, BfdState.UP, true, false, false, false, 3, 17, 9, 300_000, 250_000, 0);

    @Test
    void bytesAndValueAreEqualBothWays() {
        byte[] bytes = HexFormat.of().parseHex(UP);

        assertThat(BfdCodec.decode(bytes, 0, bytes.length)).isEqualTo(new BfdRead.Ok(PACKET));
        assertThat(BfdCodec.encode(PACKET)).isEqualTo(bytes);
    }

    @Test
    void everyTruncationIsDiscarded() {
        byte[] bytes = HexFormat.of().parseHex(UP);

        for (int length = 0; length < bytes.length; length++) {
            assertThat(BfdCodec.decode(bytes, 0, length)).isInstanceOf(BfdRead.Discarded.class);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "0, 40, version",
        "3, 17, length 23",
        "3, 19, length 25",
        "2, 00, multiplier",
        "1, e1, multipoint",
        "1, e4, authentication",
        "7, 00, my discriminator",
        "11, 00, your discriminator",
    })
    void whatSection686RefusesIsDiscarded(int at, String octet, String why) {
        byte[] bytes = HexFormat.of().parseHex(UP);
        bytes[at] = HexFormat.of().parseHex(octet)[0];

        assertThat(BfdCodec.decode(bytes, 0, bytes.length))
                .isInstanceOfSatisfying(
                        BfdRead.Discarded.class,
                        read -> assertThat(read.why()).contains(why).contains("6.8.6"));
    }

    @Test
    void yourDiscriminatorMayBeZeroWhileDown() {
        byte[] bytes =
                HexFormat.of().parseHex("20400318" + "00000011" + "00000000" + "000f4240" + "000493e0" + "00000000");

        assertThat(BfdCodec.decode(bytes, 0, bytes.length)).isInstanceOf(BfdRead.Ok.class);
    }
}
