package io.heddle.bgp.wire;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NextHopDecoderTest {

    private static final String GLOBAL = "20010db8000000000000000000000001";
    private static final String LINK_LOCAL = "fe800000000000000000000000000001";
    private static final String NONE = "00000000000000000000000000000000";

    private static @Nullable String decoded(String hex) {
        byte[] in = RawUpdate.bytes(hex);
        var nextHop = NextHopDecoder.decode(in, 0, in.length);
        return nextHop == null ? null : nextHop + (NextHopDecoder.isHost(nextHop) ? "" : " is no host");
    }

    @ParameterizedTest
    @CsvSource({
        "000101 04 c0000201, 192.0.2.1",
        "000101 04 7f000001, 127.0.0.1",
        "000101 04 00000001, 0.0.0.1 is no host",
        "000101 04 e0000001, 224.0.0.1 is no host",
        "000101 04 ffffffff, 255.255.255.255 is no host",
        "000201 10 " + GLOBAL + ", 2001:db8::1",
        "000201 10 " + NONE + ", :: is no host",
        "000201 10 ff020000000000000000000000000001, ff02::1 is no host",
        "000201 20 " + GLOBAL + LINK_LOCAL + ", 2001:db8::1 fe80::1",
        "000201 20 " + NONE + LINK_LOCAL + ", fe80::1",
        "000201 20 " + GLOBAL + NONE + ", 2001:db8::1"
    })
    void addressesAreReadAndTheUnspecifiedHalfIsLeftOut(String hex, String expected) {
        assertThat(decoded(hex)).isEqualTo(expected);
    }

    @Test
    void otherLengthsAreNone() {
        assertThat(decoded("000101 08 0000000000000000")).isNull();
        assertThat(decoded("000101 04 c00002")).isNull();
        assertThat(decoded("0001")).isNull();
    }
}
