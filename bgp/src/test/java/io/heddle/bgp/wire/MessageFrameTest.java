package io.heddle.bgp.wire;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MessageFrameTest {

    private static byte[] header(int type, int length) {
        byte[] message = new byte[MessageFrame.MAX_EXTENDED_LENGTH];
        MessageFrame.put(message, 0, type);
        MessageFrame.close(message, 0, length);
        return message;
    }

    @Test
    void aMessageIsWholeWhenItsLengthIsThere() {
        byte[] keepalive = header(MessageFrame.KEEPALIVE, 19);

        for (int there = 0; there < 19; there++) {
            assertThat(MessageFrame.lengthOf(keepalive, 0, there, 4096)).isEqualTo(MessageFrame.INCOMPLETE);
        }
        assertThat(MessageFrame.lengthOf(keepalive, 0, 19, 4096)).isEqualTo(19);
        assertThat(MessageFrame.lengthOf(keepalive, 0, 60, 4096)).isEqualTo(19);
    }

    @Test
    void everyOctetOfTheMarkerIsOnes() {
        for (int i = 0; i < 16; i++) {
            byte[] message = header(MessageFrame.KEEPALIVE, 19);
            message[i] = (byte) 0xFE;

            assertThat(MessageFrame.lengthOf(message, 0, 19, 4096)).isEqualTo(MessageFrame.FAULTY);
            assertThat(MessageFrame.fault(message, 0).reason())
                    .isEqualTo(NotificationReason.CONNECTION_NOT_SYNCHRONIZED);
        }
    }

    @ParameterizedTest(name = "type {0} of {1} octets, at most {2}")
    @CsvSource({
        "1, 28, 4096",
        "1, 4097, 65535",
        "2, 22, 4096",
        "2, 4097, 4096",
        "3, 20, 4096",
        "3, 4097, 4096",
        "4, 18, 4096",
        "4, 20, 4096",
        "4, 4097, 65535",
        "5, 22, 4096",
        "2, 0, 4096"
    })
    void aLengthThatTheTypeForbidsIsNamed(int type, int length, int max) {
        byte[] message = header(type, length);

        assertThat(MessageFrame.lengthOf(message, 0, message.length, max)).isEqualTo(MessageFrame.FAULTY);
        Decoded.Malformed<BgpMessage> fault = MessageFrame.fault(message, 0);
        assertThat(fault.reason()).isEqualTo(NotificationReason.BAD_MESSAGE_LENGTH);
        assertThat(BigEndian.u16(fault.data().toArray(), 0)).isEqualTo(length);
    }

    @ParameterizedTest(name = "type {0} of {1} octets, at most {2}")
    @CsvSource({
        "1, 29, 4096",
        "1, 4096, 65535",
        "2, 23, 4096",
        "2, 65535, 65535",
        "3, 21, 4096",
        "3, 65535, 65535",
        "5, 23, 4096"
    })
    void theLengthsAtTheEdgesAreRight(int type, int length, int max) {
        byte[] message = header(type, length);

        assertThat(MessageFrame.lengthOf(message, 0, message.length, max)).isEqualTo(length);
    }

    @ParameterizedTest
    @CsvSource({"0", "6", "255"})
    void anUnknownTypeIsNamed(int type) {
        byte[] message = header(type, 23);

        assertThat(MessageFrame.lengthOf(message, 0, 23, 4096)).isEqualTo(MessageFrame.FAULTY);
        Decoded.Malformed<BgpMessage> fault = MessageFrame.fault(message, 0);
        assertThat(fault.reason()).isEqualTo(NotificationReason.BAD_MESSAGE_TYPE);
        assertThat(fault.data().at(0)).isEqualTo(type);
    }
}
