package io.heddle.test.interop;

import static org.assertj.core.api.Assertions.assertThat;

import io.heddle.evpn.community.EvpnAttributes;
import io.heddle.evpn.community.EvpnCommunity;
import io.heddle.evpn.route.EthernetTag;
import io.heddle.evpn.route.EvpnRoute;
import io.heddle.evpn.route.Label;
import io.heddle.evpn.vrf.Announcement;
import io.heddle.lab.linux.Command;
import io.heddle.lab.linux.LabException;
import io.heddle.model.net.IpAddress;
import io.heddle.model.net.RouteDistinguisher;
import io.heddle.model.net.RouteTarget;
import io.heddle.model.net.Vni;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * One address on two VLANs: of the host routes that FRR imports into a VRF none outranks the other by its MAC Mobility sequence, which counts a
 * MAC's moves within one broadcast domain (RFC 7432 section 15; rule 6.4 of the stable state).
 */
class FrrSequencesIT {

    private static final IpAddress ADDRESS = IpAddress.parse("192.168.50.1");
    private static final Vni L3VNI = new Vni(5000);

    private Bed bed;
    private EvpnRoutesOfOurs routes;

    @BeforeEach
    void start() throws Exception {
        bed = Bed.with(Frr.BGPD, Frr.ZEBRA);
        FrrVteps.devices(bed);
        Ours ours = Ours.start(bed);
        routes = new EvpnRoutesOfOurs(ours);
        Frr.start(
                bed,
                FrrConfig.neighbor(Bed.OURS)
                        .ipv4("maximum-paths 4")
                        .evpn("neighbor 10.8.0.1 activate", "advertise-all-vni"));
        FrrVteps.overlay(bed);
        ours.untilEstablished(ours.add(FrrEvpnIT.evpnPeer(ours)));
    }

    @AfterEach
    void end() throws Exception {
        if (bed != null) {
            bed.close();
        }
    }

    @Test
    void hostRoutesOfTwoVlansStandBesideEachOtherWhateverTheirSequences() throws Exception {
        routes.send(List.of(announcement("10.8.0.3", 100, 0), announcement("10.8.0.4", 200, 5)));

        bed.until("FRR goes by both", () -> shown().contains("10.8.0.3") && shown().contains("10.8.0.4"));

        routes.send(List.of(announcement("10.8.0.3", 100, 7)));
        routes.withdraw(List.of(announcement("10.8.0.4", 200, 5)));
        bed.until("FRR goes by the first alone", () -> !shown().contains("10.8.0.4"));
        assertThat(shown()).contains("10.8.0.3");

        routes.send(List.of(announcement("10.8.0.4", 200, 5)));
        bed.until("FRR goes by both again", () -> shown().contains("10.8.0.3") && shown().contains("10.8.0.4"));
    }

    private String shown() throws LabException {
        return Command.of(
                        "vtysh",
                        "--vty_socket",
                        bed.directory.toString(),
                        "-d",
                        "zebra",
                        "-c",
                        "show ip route " + ADDRESS + "/32")
                .output();
    }

    private static Announcement announcement(String vtep, int vni, long sequence) {
        IpAddress nextHop = IpAddress.parse(vtep);
        return new Announcement(
                new EvpnRoute.MacIp(
                        RouteDistinguisher.of(nextHop, vni),
                        EvpnRoute.NO_ESI,
                        EthernetTag.NONE,
                        EvpnRoutesOfOurs.MAC,
                        Optional.of(ADDRESS),
                        Label.of(new Vni(vni)),
                        Optional.of(Label.of(L3VNI))),
                EvpnAttributes.vxlan(
                        nextHop,
                        List.of(new RouteTarget(65001, L3VNI.value())),
                        new EvpnCommunity.RouterMac(EvpnRoutesOfOurs.ROUTER_MAC),
                        new EvpnCommunity.MacMobility(sequence, false)));
    }
}
