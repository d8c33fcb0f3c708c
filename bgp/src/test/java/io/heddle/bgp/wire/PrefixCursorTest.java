package io.heddle.bgp.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.heddle.model.net.IpAddress;
import io.heddle.model.net.Prefix;
import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PrefixCursorTest {

    /** The array ends with the prefix, or goes on with ones: what stands behind a prefix is no part of it. */
    @ParameterizedTest
    @ValueSource(ints = {0, 40})
    void everyLengthIsReadWhateverFollows(int behind) {
        for (PrefixNlri nlri : new PrefixNlri[] {PrefixNlri.IPV4, PrefixNlri.IPV6}) {
            IpAddress address = nlri.isV6()
                    ? IpAddress.v6(0xA5A5_A5A5_A5A5_A5A5L, 0x5A5A_5A5A_5A5A_5A5AL)
                    : IpAddress.v4(0xA5A5_A5A5L);
            for (int length = 0; length <= address.family().bits(); length++) {
                int octets = PrefixNlri.octets(length);
                byte[] in = new byte[1 + octets + behind];
                Arrays.fill(in, (byte) 0xFF);
                int end = nlri.encode(address.high(), address.low(), length, in, 0, in.length);
                assertThat(end).isEqualTo(1 + octets);
                assertThat(nlri.faultIn(in, 0, end, false)).isEqualTo(NlriCodec.NO_FAULT);
                assertThat(nlri.faultIn(in, 0, end - 1, false)).isEqualTo(octets == 0 ? NlriCodec.NO_FAULT : 0);

                PrefixCursor cursor = new PrefixCursor().over(nlri, in, 0, end, false);

                assertThat(cursor.next()).isTrue();
                assertThat(WireText.prefix(nlri, cursor)).isEqualTo(Prefix.covering(address, length));
                assertThat(cursor.next()).isFalse();
            }
        }
    }
}
