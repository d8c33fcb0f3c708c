package io.heddle.test.interop;

import static org.assertj.core.api.Assertions.assertThat;

import io.heddle.bgp.wire.AddressFamilyId;
import io.heddle.evpn.rib.SentRoutes;
import io.heddle.evpn.route.EvpnRoute;
import io.heddle.lab.json.JsonValue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * FRR 8.4 does not know route target constraint (RFC 4684): offered, it passes it over, and is sent everything, since it cannot say what it
 * wants. A version that does know it makes these tests fail.
 */
class FrrTargetsIT {

    private Bed bed;
    private Ours ours;

    @BeforeEach
    void start() throws Exception {
        bed = Bed.with(Frr.BGPD, Frr.ZEBRA);
        ours = Ours.start(bed);
    }

    @AfterEach
    void end() throws Exception {
        if (bed != null) {
            bed.close();
        }
    }

    @Test
    void itIsNotNegotiatedAndEverythingIsSent() throws Exception {
        Frr frr = Frr.start(bed, FrrConfig.neighbor(Bed.OURS).evpn("neighbor 10.8.0.1 activate"));
        new EvpnRoutesOfOurs(ours).send(EvpnRoutesOfOurs.everyType());
        int peer = ours.add(FrrEvpnIT.evpnPeer(ours).withRouteTargetConstraint());
        ours.untilEstablished(peer);

        assertThat(ours.negotiated(peer).families()).containsExactly(AddressFamilyId.L2VPN_EVPN);
        JsonValue capabilities =
                frr.neighbor(Bed.OURS).find("neighborCapabilities").orElseThrow();
        assertThat(capabilities.find("multiprotocolExtensions").orElseThrow().members())
                .containsOnlyKeys("l2VpnEvpn");
        bed.until("FRR holds the last", () -> frr.ask("show bgp l2vpn evpn").contains("[5]:[0]:[24]:[10.50.4.0]"));
        EvpnRoute host = EvpnRoutesOfOurs.everyType().getFirst().route();
        assertThat(ours.server
                        .ask((speaker, _) -> speaker.explain(
                                AddressFamilyId.L2VPN_EVPN,
                                SentRoutes.keyed(host).key()))
                        .join()
                        .sent()
                        .getFirst()
                        .verdict())
                .startsWith("sent:");
    }
}
