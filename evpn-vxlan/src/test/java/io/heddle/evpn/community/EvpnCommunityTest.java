package io.heddle.evpn.community;

import static org.assertj.core.api.Assertions.assertThat;

import io.heddle.bgp.attribute.AttributeSet;
import io.heddle.bgp.attribute.ExtendedCommunity;
import io.heddle.bgp.attribute.Octets;
import io.heddle.bgp.attribute.Origin;
import io.heddle.bgp.attribute.PathAttributes;
import io.heddle.bgp.wire.Decoded;
import io.heddle.evpn.route.Label;
import io.heddle.model.net.Asn;
import io.heddle.model.net.Esi;
import io.heddle.model.net.IpAddress;
import io.heddle.model.net.Mac;
import io.heddle.model.net.RouteTarget;
import io.heddle.model.net.Vni;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EvpnCommunityTest {

    private static final Mac MAC = Mac.parse("02:00:00:00:50:04");
    private static final IpAddress VTEP = IpAddress.parse("10.0.0.104");

    /** Octets as RFC and FRR have them. */
    private static final Map<String, EvpnCommunity> VECTORS = Map.of(
            "0600000000000003", new EvpnCommunity.MacMobility(3, false),
            "06000100ffffffff", new EvpnCommunity.MacMobility(0xFFFF_FFFFL, true),
            "0601010000000000", new EvpnCommunity.EsiLabel(true, Label.ZERO),
            "0601000000abcdef", new EvpnCommunity.EsiLabel(false, new Label(0xABCDEF)),
            "0602443839ff0001", new EvpnCommunity.EsImport(Mac.parse("44:38:39:ff:00:01")),
            "0603020000005004", new EvpnCommunity.RouterMac(MAC),
            "030d000000000000", new EvpnCommunity.DefaultGateway(),
            "030c000000000008", EvpnCommunity.Encapsulation.VXLAN,
            "0606020000007fff", new EvpnCommunity.DfElection(EvpnCommunity.DfElection.PREFERENCE, 0, 32767),
            "0606014000000000",
                    new EvpnCommunity.DfElection(
                            EvpnCommunity.DfElection.HIGHEST_RANDOM_WEIGHT,
                            EvpnCommunity.DfElection.ATTACHMENT_CIRCUIT,
                            0));

    @Test
    void everyVectorMeansWhatItSaysAndComesBack() {
        VECTORS.forEach((hex, meaning) -> {
            ExtendedCommunity octets = new ExtendedCommunity(HexFormat.fromHexDigitsToLong(hex));
            assertThat(EvpnCommunity.of(octets)).contains(meaning);
            assertThat(meaning.encoded()).isEqualTo(octets);
        });
    }

    @Test
    void reservedBitsAreNotRead() {
        assertThat(EvpnCommunity.of(new ExtendedCommunity(0x0600_FEFF_0000_0003L)))
                .contains(new EvpnCommunity.MacMobility(3, false));
        assertThat(EvpnCommunity.of(new ExtendedCommunity(0x0606_E200_00FF_0001L)))
                .contains(new EvpnCommunity.DfElection(2, 0, 1));
    }

    @Test
    void otherCommunitiesSayNothing() {
        assertThat(EvpnCommunity.of(ExtendedCommunity.of(new RouteTarget(65001, 100))))
                .isEmpty();
        assertThat(EvpnCommunity.of(new ExtendedCommunity(0x0609_0000_0000_0000L)))
                .isEmpty();
        assertThat(EvpnCommunity.of(new ExtendedCommunity(0x030B_0000_0000_0000L)))
                .isEmpty();
    }

    @Test
    void attributesComeBackFromASet() {
        AttributeSet base = AttributeSet.of(PathAttributes.originated(Origin.IGP), null);
        EvpnAttributes attributes = EvpnAttributes.vxlan(
                        VTEP,
                        List.of(new RouteTarget(65104, 5000), new RouteTarget(65104, 100)),
                        new EvpnCommunity.RouterMac(MAC),
                        new EvpnCommunity.MacMobility(2, true))
                .withTunnel(PmsiTunnel.ingressReplication(new Label(100), VTEP));

        EvpnAttributes read = EvpnAttributes.of(attributes.into(base));

        assertThat(read).isEqualTo(attributes);
        assertThat(read.routerMac()).contains(MAC);
        assertThat(read.mobility()).isEqualTo(new EvpnCommunity.MacMobility(2, true));
        assertThat(read.isVxlan()).isTrue();
        assertThat(read.targets()).containsExactly(new RouteTarget(65104, 100), new RouteTarget(65104, 5000));
        assertThat(attributes.into(attributes.into(base))).isEqualTo(attributes.into(base));
    }

    @Test
    void theHighestSequenceCounts() {
        EvpnAttributes twice = EvpnAttributes.vxlan(
                VTEP, List.of(), new EvpnCommunity.MacMobility(9, false), new EvpnCommunity.MacMobility(2, true));

        assertThat(twice.mobility().sequence()).isEqualTo(9);
        assertThat(EvpnAttributes.vxlan(VTEP, List.of()).mobility().sequence()).isZero();
    }

    @Test
    void aRouteOfAnotherEncapsulationIsNotForVxlan() {
        AttributeSet mpls = AttributeSet.of(PathAttributes.originated(Origin.IGP), null)
                .withExtendedCommunities(List.of(ExtendedCommunity.encapsulation(10)));

        assertThat(EvpnAttributes.of(mpls).isVxlan()).isFalse();
    }

    @Test
    void thePmsiTunnelNeedsAnAddress() {
        assertThat(PmsiTunnel.decode(Octets.parse("00060000640a000002")))
                .isEqualTo(
                        new Decoded.Ok<>(PmsiTunnel.ingressReplication(new Label(100), IpAddress.parse("10.0.0.2"))));
        for (String bad : List.of("", "00", "00060000", "0006000064", "00060000640a0000", "00060000640a00000203")) {
            assertThat(PmsiTunnel.decode(Octets.parse(bad))).isInstanceOf(Decoded.Malformed.class);
        }
        assertThat(PmsiTunnel.decode(Octets.parse("0003000000"))).isInstanceOf(Decoded.Ok.class);
        PmsiTunnel v6 = PmsiTunnel.ingressReplication(new Label(1), IpAddress.parse("2001:db8::1"));
        assertThat(v6.vtep()).contains(IpAddress.parse("2001:db8::1"));
        assertThat(PmsiTunnel.decode(v6.encoded().value())).isEqualTo(new Decoded.Ok<>(v6));
    }

    @Test
    void targetsAreDerivedAsTheStandardsSay() {
        assertThat(DerivedTargets.rfc8365(new Asn(4_200_000_001L), new Vni(100)))
                .isEqualTo(new RouteTarget(4_200_000_001L & 0xFFFF, 268_435_556));
        Esi segment = Esi.ofSystemMac(Mac.parse("44:38:39:ff:00:01"), 1);
        assertThat(DerivedTargets.esImport(segment))
                .contains(new EvpnCommunity.EsImport(Mac.parse("44:38:39:ff:00:01")));
        assertThat(DerivedTargets.esImport(new Esi(0, 0))).isEmpty();
        assertThat(DerivedTargets.isImportOf(new ExtendedCommunity(0x0602_4438_39FF_0001L), segment))
                .isTrue();
    }
}
