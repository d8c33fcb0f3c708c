package io.heddle.bgp.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RouteTargetNlriTest {

    private static final SessionOptions SESSION = SessionOptions.of(false, AddressFamilyId.ROUTE_TARGET);

    private static List<String> keys(byte[] in, int from, int to) {
        KeyedCursor cursor = RouteTargetNlri.INSTANCE.cursor();
        cursor.over(in, from, to, false);
        List<String> keys = new ArrayList<>();
        while (cursor.next()) {
            keys.add(HexFormat.of().formatHex(cursor.key(), 0, cursor.keyLength()));
            assertThat(cursor.payloadLength()).isZero();
            assertThat(cursor.pathId()).isZero();
        }
        return keys;
    }

    @Test
    void theDefaultAnAsAndAWholeTargetAreRead() {
        byte[] in = RawUpdate.bytes("00 20 0000fde9 60 0000fde9 0002fde900000064");

        assertThat(RouteTargetNlri.INSTANCE.faultIn(in, 0, in.length, false)).isEqualTo(NlriCodec.NO_FAULT);
        assertThat(keys(in, 0, in.length)).containsExactly("00", "200000fde9", "600000fde90002fde900000064");
    }

    @Test
    void bitsBeyondTheLengthAreNoPartOfTheKey() {
        byte[] in = RawUpdate.bytes("2c 0000fde9 0002");
        in[6] = (byte) 0xFF;

        assertThat(keys(in, 0, in.length)).containsExactly("2c0000fde900f0");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1f 0000fde8", "61 0000fde90002fde90000006400", "60 0000fde9 0002", "08 00"})
    void lengthsBetweenZeroAndAnAsOrBeyondATargetAreFaults(String hex) {
        byte[] in = RawUpdate.bytes(hex);

        assertThat(RouteTargetNlri.INSTANCE.faultIn(in, 0, in.length, false)).isZero();
    }

    @Test
    void aWithdrawalComesBack() {
        byte[] out = new byte[4096];
        byte[] key = RawUpdate.bytes("60 0000fde9 0002fde900000064");
        UpdateEncoder encoder = new UpdateEncoder(SESSION);
        assertThat(encoder.withdraw(out, 0, out.length, RouteTargetNlri.INSTANCE))
                .isTrue();
        assertThat(encoder.add(key, 0, key.length, key, 0, 0, 0)).isTrue();
        int end = encoder.finish();
        UpdateView view = new UpdateView(AddressFamilies.UNICAST.with(RouteTargetNlri.INSTANCE));

        assertThat(view.parse(out, 0, end, SESSION)).isEqualTo(UpdateVerdict.SOUND);
        NlriRange range = view.mpWithdrawn();
        assertThat(range.codec()).isSameAs(RouteTargetNlri.INSTANCE);
        assertThat(keys(range.bytes(), range.from(), range.to()))
                .containsExactly(HexFormat.of().formatHex(key));
    }

    @Test
    void pathIdentifiersStandInFront() {
        byte[] in = RawUpdate.bytes("00000007 00 00000008 20 0000fde9");
        KeyedCursor cursor = RouteTargetNlri.INSTANCE.cursor();
        assertThat(RouteTargetNlri.INSTANCE.faultIn(in, 0, in.length, true)).isEqualTo(NlriCodec.NO_FAULT);
        assertThat(RouteTargetNlri.INSTANCE.faultIn(Arrays.copyOf(in, 3), 0, 3, true))
                .isZero();
        cursor.over(in, 0, in.length, true);

        assertThat(cursor.next()).isTrue();
        assertThat(cursor.pathId()).isEqualTo(7);
        assertThat(cursor.next()).isTrue();
        assertThat(cursor.pathId()).isEqualTo(8);
        assertThat(cursor.keyLength()).isEqualTo(5);
        assertThat(cursor.next()).isFalse();
    }
}
