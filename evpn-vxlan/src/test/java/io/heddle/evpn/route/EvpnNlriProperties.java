package io.heddle.evpn.route;

import static org.assertj.core.api.Assertions.assertThat;

import io.heddle.bgp.wire.Decoded;
import java.util.Arrays;
import java.util.Optional;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class EvpnNlriProperties {

    @Provide
    Arbitrary<EvpnRoute> routes() {
        return EvpnRoutes.any();
    }

    private static byte[] encoded(EvpnRoute route) {
        byte[] out = new byte[EvpnNlri.MAX_LENGTH];
        return Arrays.copyOf(out, EvpnNlri.encode(route, out, 0));
    }

    private static byte[] key(byte[] octets) {
        byte[] out = new byte[EvpnNlri.MAX_LENGTH];
        return Arrays.copyOf(out, EvpnKey.key(octets, 0, octets.length, out, 0));
    }

    private static byte[] payload(byte[] octets) {
        byte[] out = new byte[EvpnNlri.MAX_LENGTH];
        return Arrays.copyOf(out, EvpnKey.payload(octets, 0, octets.length, out, 0));
    }

    @Property
    void whatIsEncodedDecodesToItself(@ForAll("routes") EvpnRoute route) {
        byte[] octets = encoded(route);

        assertThat(EvpnNlri.decode(octets, 0, octets.length)).isEqualTo(new Decoded.Ok<>(route));
    }

    @Property
    void keyAndPayloadTogetherAreTheRoute(@ForAll("routes") EvpnRoute route) {
        byte[] octets = encoded(route);
        byte[] key = key(octets);
        byte[] payload = payload(octets);
        byte[] joined = new byte[EvpnNlri.MAX_LENGTH + 3];
        int end = EvpnKey.join(key, 0, key.length, payload, 0, payload.length, joined, 3);

        assertThat(Arrays.copyOfRange(joined, 3, end)).isEqualTo(octets);
    }

    @Property
    void segmentLabelsAndGatewayAreNotKeyWhereTheStandardSaysSo(
            @ForAll("routes") EvpnRoute route, @ForAll("routes") EvpnRoute other) {
        EvpnRoute changed =
                switch (route) {
                    case EvpnRoute.EthernetAutoDiscovery each ->
                        new EvpnRoute.EthernetAutoDiscovery(
                                each.distinguisher(), each.segment(), each.tag(), new Label(7));
                    case EvpnRoute.MacIp each ->
                        new EvpnRoute.MacIp(
                                each.distinguisher(),
                                EvpnRoute.NO_ESI,
                                each.tag(),
                                each.mac(),
                                each.address(),
                                new Label(7),
                                each.routedLabel());
                    case EvpnRoute.IpPrefix each ->
                        new EvpnRoute.IpPrefix(
                                each.distinguisher(),
                                EvpnRoute.NO_ESI,
                                each.tag(),
                                each.prefix(),
                                Optional.empty(),
                                new Label(7));
                    case EvpnRoute.InclusiveMulticast _, EvpnRoute.EthernetSegment _, EvpnRoute.Unknown _ -> route;
                };

        assertThat(key(encoded(changed))).isEqualTo(key(encoded(route)));
        if (route.type() != other.type()) {
            assertThat(key(encoded(other))).isNotEqualTo(key(encoded(route)));
        }
    }

    @Property
    void hostBitsLeaveNoTraceInTheKey(
            @ForAll("routes") EvpnRoute route, @ForAll @IntRange(min = 0, max = 127) int bit) {
        if (route instanceof EvpnRoute.IpPrefix prefix && bit >= prefix.prefix().length()) {
            byte[] noisy = encoded(route);
            int at = 25 + bit / 8;
            if (at < 25 + prefix.prefix().address().family().bits() / 8) {
                noisy[at] |= (byte) (0x80 >> bit % 8);
            }
            assertThat(key(noisy)).isEqualTo(key(encoded(route)));
        }
    }

    @Property
    void noFlippedOctetThrows(
            @ForAll("routes") EvpnRoute route, @ForAll @IntRange(min = 0, max = 256) int at, @ForAll byte value) {
        byte[] octets = encoded(route);
        octets[at % octets.length] = value;

        readAll(octets);
    }

    @Property
    void noNoiseThrows(@ForAll @Size(max = 80) byte[] noise) {
        readAll(noise);
    }

    /** Reading and cutting agree on what is well-formed. */
    private static void readAll(byte[] octets) {
        boolean wellFormed = EvpnKey.isWellFormed(octets, 0, octets.length);
        assertThat(EvpnNlri.decode(octets, 0, octets.length) instanceof Decoded.Ok<EvpnRoute>)
                .isEqualTo(wellFormed);
        if (wellFormed) {
            int whole = key(octets).length + payload(octets).length + 1;
            assertThat(whole).isEqualTo(octets.length);
        }
    }
}
