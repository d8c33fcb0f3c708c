package io.heddle.evpn.route;

import static org.assertj.core.api.Assertions.assertThat;

import io.heddle.bgp.wire.BigEndian;
import io.heddle.bgp.wire.KeyedCursor;
import io.heddle.bgp.wire.NlriCodec;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class EvpnFamilyProperties {

    @Provide
    Arbitrary<List<EvpnRoute>> routes() {
        return EvpnRoutes.any().list().ofMaxSize(5);
    }

    private static byte[] together(List<EvpnRoute> routes, boolean addPath) {
        byte[] out = new byte[routes.size() * (EvpnNlri.MAX_LENGTH + 4)];
        int at = 0;
        for (int i = 0; i < routes.size(); i++) {
            at = addPath ? BigEndian.put32(out, at, i + 1) : at;
            at = EvpnNlri.encode(routes.get(i), out, at);
        }
        return Arrays.copyOf(out, at);
    }

    @Property
    void theCursorSeesEveryRouteAndEncodingGivesItBack(
            @ForAll("routes") List<EvpnRoute> routes, @ForAll boolean addPath) {
        byte[] in = together(routes, addPath);
        assertThat(EvpnFamily.CODEC.faultIn(in, 0, in.length, addPath)).isEqualTo(NlriCodec.NO_FAULT);

        KeyedCursor cursor = EvpnFamily.CODEC.cursor();
        cursor.over(in, 0, in.length, addPath);
        byte[] out = new byte[in.length];
        int at = 0;
        for (int seen = 0; cursor.next(); seen++) {
            assertThat(cursor.pathId()).isEqualTo(addPath ? seen + 1 : 0);
            at = addPath ? BigEndian.put32(out, at, cursor.pathId()) : at;
            at = EvpnFamily.CODEC.encode(
                    cursor.key(),
                    0,
                    cursor.keyLength(),
                    cursor.payload(),
                    0,
                    cursor.payloadLength(),
                    out,
                    at,
                    out.length);
        }
        assertThat(out).isEqualTo(in);
    }

    @Property
    void aWithdrawalNamesTheSameRoute(@ForAll("routes") List<EvpnRoute> routes) {
        for (EvpnRoute each : routes) {
            byte[] in = together(List.of(each), false);
            KeyedCursor cursor = EvpnFamily.CODEC.cursor();
            cursor.over(in, 0, in.length, false);
            cursor.next();
            byte[] key = Arrays.copyOf(cursor.key(), cursor.keyLength());
            byte[] out = new byte[EvpnNlri.MAX_LENGTH];
            int end = EvpnFamily.CODEC.encode(key, 0, key.length, new byte[0], 0, 0, out, 0, out.length);

            assertThat(EvpnFamily.CODEC.faultIn(out, 0, end, false)).isEqualTo(NlriCodec.NO_FAULT);
            cursor.over(out, 0, end, false);
            cursor.next();
            assertThat(Arrays.copyOf(cursor.key(), cursor.keyLength())).isEqualTo(key);
            assertThat(EvpnFamily.CODEC.encode(key, 0, key.length, new byte[0], 0, 0, out, 0, end - 1))
                    .isEqualTo(-1);
        }
    }

    @Property(tries = 150)
    void noNoiseThrowsAndTheFirstFaultIsFound(
            @ForAll("routes") List<EvpnRoute> routes,
            @ForAll boolean addPath,
            @ForAll @IntRange(min = 0, max = 2000) int at,
            @ForAll byte value) {
        byte[] in = together(routes, addPath);
        if (in.length > 0) {
            in[at % in.length] = value;
        }
        int fault = EvpnFamily.CODEC.faultIn(in, 0, in.length, addPath);
        assertThat(fault).isLessThan(in.length);
        int good = fault == NlriCodec.NO_FAULT ? in.length : fault;
        KeyedCursor cursor = EvpnFamily.CODEC.cursor();
        cursor.over(in, 0, good, addPath);
        while (cursor.next()) {
            assertThat(cursor.keyLength()).isPositive();
        }
        for (int cut = 1; cut < in.length; cut++) {
            assertThat(EvpnFamily.CODEC.faultIn(in, 0, cut, addPath)).isLessThan(cut);
        }
    }
}
