package io.heddle.cni.attach;

import static org.assertj.core.api.Assertions.assertThat;

import io.heddle.model.net.IpAddress;
import io.heddle.model.net.Mac;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class AnnouncementTest {

    private static final Mac MAC = Mac.parse("02:00:00:00:00:09");

    @Test
    void gratuitousArpAsksForItsOwnAddress() {
        // RFC 5227 section 3: sender and target address are the same, the target MAC is zero
        assertThat(hex(Announcement.of(IpAddress.parse("10.5.0.77"), MAC)))
                .isEqualTo("ffffffffffff" + "020000000009" + "0806" // Ethernet
                        + "0001" + "0800" + "06" + "04" + "0001" // Ethernet, IPv4, request
                        + "020000000009" + "0a05004d" // sender
                        + "000000000000" + "0a05004d" // target
                        + "00".repeat(18)); // padding to 60 bytes
    }

    @Test
    void unsolicitedAdvertisementGoesToAllNodesAndOverrides() {
        byte[] frame = Announcement.of(IpAddress.parse("fd05::3"), MAC);

        assertThat(hex(frame))
                .isEqualTo("333300000001" + "020000000009" + "86dd" // Ethernet
                        + "60000000" + "0020" + "3a" + "ff" // IPv6: 32 bytes of ICMPv6, hop limit 255
                        + "fd050000000000000000000000000003" + "ff020000000000000000000000000001"
                        + "88" + "00" + "5a85" + "20000000" // advertisement, checksum, override
                        + "fd050000000000000000000000000003" // target
                        + "02" + "01" + "020000000009"); // its link-layer address
        assertThat(sumOfIcmp(frame)).isEqualTo(0xFFFF);
    }

    /** RFC 4443 section 2.3, worked out another way: with its checksum in place, everything sums up to all ones. */
    private static int sumOfIcmp(byte[] frame) {
        long sum = 32 + 58;
        for (int i = 14 + 8; i < frame.length; i += 2) {
            sum += (frame[i] & 0xFF) * 256 + (frame[i + 1] & 0xFF);
        }
        while (sum > 0xFFFF) {
            sum = sum % 0x10000 + sum / 0x10000;
        }
        return (int) sum;
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }
}
