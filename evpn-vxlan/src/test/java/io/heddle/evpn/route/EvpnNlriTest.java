package io.heddle.evpn.route;

import static org.assertj.core.api.Assertions.assertThat;

import io.heddle.bgp.wire.Decoded;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class EvpnNlriTest {

    private static final List<WireVector> VECTORS = WireVector.read("routes.txt");

    private static byte[] encoded(EvpnRoute route) {
        byte[] out = new byte[EvpnNlri.MAX_LENGTH + 5];
        return Arrays.copyOfRange(out, 5, EvpnNlri.encode(route, out, 5));
    }

    private static EvpnRoute decoded(byte[] octets) {
        return switch (EvpnNlri.decode(octets, 0, octets.length)) {
            case Decoded.Ok<EvpnRoute> ok -> ok.value();
            case Decoded.Malformed<EvpnRoute> malformed -> throw new AssertionError(malformed);
        };
    }

    private static String section(byte[] octets) {
        return switch (EvpnNlri.decode(octets, 0, octets.length)) {
            case Decoded.Ok<EvpnRoute> ok -> ok.toString();
            case Decoded.Malformed<EvpnRoute> malformed -> malformed.section();
        };
    }

    @Test
    void everyVectorMeansWhatItSaysAndComesBack() {
        assertThat(VECTORS).hasSize(14);
        for (WireVector each : VECTORS) {
            EvpnRoute route = decoded(each.octets());
            assertThat(route).hasToString(each.meaning());
            assertThat(encoded(route)).isEqualTo(each.octets());
        }
    }

    @Test
    void everyTruncationIsMalformed() {
        for (WireVector each : VECTORS) {
            for (int length = 0; length < each.octets().length; length++) {
                byte[] cut = Arrays.copyOf(each.octets(), length);
                assertThat(section(cut)).isEqualTo("RFC 7432 section 7");
            }
        }
    }

    @Test
    void aKnownTypeOfTheWrongLengthIsMalformed() {
        for (WireVector each : VECTORS) {
            byte[] longer = Arrays.copyOf(each.octets(), each.octets().length + 1);
            longer[1]++;
            byte[] shorter = Arrays.copyOf(each.octets(), each.octets().length - 1);
            shorter[1]--;
            if (each.octets()[0] <= EvpnRoute.IP_PREFIX) {
                assertThat(section(longer)).startsWith("RFC ");
                assertThat(section(shorter)).startsWith("RFC ");
            } else {
                assertThat(section(longer)).startsWith("Ok");
            }
        }
    }

    @Test
    void lengthsOfMacAndAddressAreChecked() {
        assertThat(section(changed(2, 24, 47))).isEqualTo("RFC 7432 section 7.2");
        assertThat(section(changed(3, 31, 31))).isEqualTo("RFC 7432 section 7.2");
        assertThat(section(changed(3, 31, 128))).isEqualTo("RFC 7432 section 7.2");
        assertThat(section(changed(6, 14, 0))).isEqualTo("RFC 7432 section 7.3");
        assertThat(section(changed(8, 20, 33))).isEqualTo("RFC 7432 section 7.4");
        assertThat(section(changed(10, 24, 33))).isEqualTo("RFC 9136 section 3.1");
        assertThat(section(changed(11, 24, 129))).isEqualTo("RFC 9136 section 3.1");
        assertThat(section(changed(11, 24, 128))).startsWith("Ok");
    }

    private static byte[] changed(int vector, int at, int value) {
        byte[] octets = VECTORS.get(vector).octets().clone();
        octets[at] = (byte) value;
        return octets;
    }

    @Test
    void hostBitsOfAPrefixMeanNothing() {
        byte[] noisy = changed(10, 28, 77);

        assertThat(decoded(noisy)).isEqualTo(decoded(VECTORS.get(10).octets()));
    }

    @Test
    void aLabelIsAVniUnlessItIsZero() {
        assertThat(new Label(0xFFFFFF).vni().orElseThrow().value()).isEqualTo(0xFFFFFF);
        assertThat(Label.ZERO.vni()).isEmpty();
    }
}
