package io.heddle.bgp.mrt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.heddle.bgp.attribute.AttributeSet;
import io.heddle.bgp.attribute.NextHop;
import io.heddle.bgp.attribute.Origin;
import io.heddle.bgp.attribute.PathAttributes;
import io.heddle.model.net.Asn;
import io.heddle.model.net.IpAddress;
import io.heddle.model.net.Prefix;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

class MrtTest {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    @Test
    void aTableIsItsPeersThenItsRoutes() throws IOException {
        MrtPeer peer = new MrtPeer(IpAddress.parse("10.0.0.1"), IpAddress.parse("192.0.2.1"), new Asn(65_001));
        MrtTable table = new MrtTable(out, 16, IpAddress.parse("10.255.0.1"), "v", List.of(peer));
        table.route(Prefix.parse("10.1.128.0/17"), List.of(new MrtTable.Path(0, 15, attributes("192.0.2.9"))));

        assertThat(hex())
                .isEqualTo(
                        // PEER_INDEX_TABLE, 22 octets: router id, view, one peer
                        "00000010" + "000d" + "0001" + "00000016" + "0aff0001" + "000176" + "0001"
                                + "02" + "0a000001" + "c0000201" + "0000fde9"
                                // RIB_IPV4_UNICAST: sequence, prefix, one path
                                + "00000010" + "000d" + "0002" + "00000027" + "00000000" + "110a0180" + "0001"
                                + "0000" + "0000000f" + "0015"
                                // ORIGIN, AS_PATH, NEXT_HOP, LOCAL_PREF
                                + "40010100" + "400200" + "400304c0000209" + "40050400000064");
    }

    @Test
    void anIpv6RouteHasItsNextHopAlone() throws IOException {
        MrtPeer peer = new MrtPeer(IpAddress.parse("10.0.0.1"), IpAddress.parse("2001:db8::2"), new Asn(65_001));
        MrtTable table = new MrtTable(out, 16, IpAddress.parse("10.255.0.1"), "", List.of(peer));
        table.route(Prefix.parse("2001:db8:5::/48"), List.of(new MrtTable.Path(0, 15, attributes("2001:db8::9"))));

        assertThat(hex()).endsWith("900e0011" + "10" + "20010db8000000000000000000000009");
    }

    @Test
    void aPathOfAPeerThatIsNotInTheTableIsRefused() throws IOException {
        MrtTable table = new MrtTable(out, 16, IpAddress.parse("10.255.0.1"), "", List.of());

        assertThatThrownBy(() -> table.route(
                        Prefix.parse("10.0.0.0/8"), List.of(new MrtTable.Path(0, 15, attributes("192.0.2.9")))))
                .hasMessageContaining("peer 0 of 0");
    }

    @Test
    void aChangeOfStateHasItsNumbers() throws IOException {
        MrtMessages messages = new MrtMessages(
                out, new Asn(65_001), new Asn(65_000), IpAddress.parse("192.0.2.1"), IpAddress.parse("192.0.2.2"), 7);
        messages.changed(MrtMessages.State.OPEN_CONFIRM, MrtMessages.State.ESTABLISHED, 16);

        assertThat(hex())
                .isEqualTo("00000010" + "0010" + "0005" + "00000018" + "0000fde9" + "0000fde8" + "0007" + "0001"
                        + "c0000201" + "c0000202" + "0005" + "0006");
    }

    private static AttributeSet attributes(String nextHop) {
        return AttributeSet.of(PathAttributes.originated(Origin.IGP), NextHop.of(IpAddress.parse(nextHop)));
    }

    private String hex() {
        return HexFormat.of().formatHex(out.toByteArray());
    }
}
