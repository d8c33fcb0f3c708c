package io.heddle.bgp.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Messages of real speakers and of RFCs, octets and value, both ways. */
class WireVectorTest {

    static List<WireVector> vectors() {
        return WireVector.all();
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void theOctetsSayTheValue(WireVector vector) {
        assertThat(MessageFrame.lengthOf(vector.bytes(), 0, vector.bytes().length, MessageFrame.MAX_LENGTH))
                .isEqualTo(vector.bytes().length);
        assertThat(WireText.of(vector.bytes(), vector.options())).isEqualTo(vector.value());
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void theValueGivesTheOctetsOrOthersThatSayTheSame(WireVector vector) {
        byte[] again = Rewritten.of(vector.bytes(), vector.options());

        assertThat(WireText.of(again, vector.options())).isEqualTo(vector.value());
        if (vector.canonical()) {
            assertThat(again).isEqualTo(vector.bytes());
        }
    }

    /** Cut anywhere, with the length of the header put right, it is refused or has fewer routes; with the old length, it is awaited. */
    @ParameterizedTest
    @MethodSource("vectors")
    void everyTruncationIsSeen(WireVector vector) {
        for (int length = 0; length < vector.bytes().length; length++) {
            byte[] cut = Arrays.copyOf(vector.bytes(), length);
            assertThat(MessageFrame.lengthOf(cut, 0, length, MessageFrame.MAX_LENGTH))
                    .isEqualTo(MessageFrame.INCOMPLETE);
            if (length >= MessageFrame.HEADER_LENGTH) {
                MessageFrame.close(cut, 0, length);
                CodecFuzz.received(cut, vector.options());
                if (MessageFrame.type(cut, 0) == MessageFrame.OPEN
                        && MessageFrame.lengthOf(cut, 0, length, MessageFrame.MAX_LENGTH) == length) {
                    assertThat(MessageCodec.decode(cut, 0, length)).isInstanceOf(Decoded.Malformed.class);
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void noFlippedOctetThrows(WireVector vector) {
        for (int at = 0; at < vector.bytes().length; at++) {
            for (int bits : new int[] {1, 2, 4, 8, 16, 32, 64, 128, 255}) {
                byte[] flipped = vector.bytes().clone();
                flipped[at] ^= (byte) bits;
                CodecFuzz.received(flipped, vector.options());
            }
        }
    }
}
