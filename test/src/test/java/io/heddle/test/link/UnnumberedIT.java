package io.heddle.test.link;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** BGP without addresses with FRR: each finds the other by router advertisements, IPv4 routes go both ways over link-local next hops. */
class UnnumberedIT {

    private LinkBed bed;

    @BeforeEach
    void start() throws Exception {
        bed = new LinkBed();
        bed.daemon("zebra", "hostname frr");
        bed.daemon(
                "bgpd",
                "frr defaults datacenter",
                "router bgp 65001",
                " bgp router-id 10.7.0.1",
                " no bgp ebgp-requires-policy",
                " no bgp network import-check",
                " neighbor eth0 interface remote-as external",
                " address-family ipv4 unicast",
                "  network 10.1.0.0/16");
    }

    @AfterEach
    void end() throws Exception {
        if (bed != null) {
            bed.close();
        }
    }

    @Test
    void routesGoBothWaysOverLinkLocalNextHops() throws Exception {
        PeerProcess peer = bed.ours(
                UnnumberedPeer.class,
                "eth0",
                bed.inOurs("cat", "/sys/class/net/eth0/address").trim(),
                "10.2.0.0/16");

        bed.until("FRR has our route", () -> bed.vtysh("show bgp ipv4 unicast 10.2.0.0/16")
                .contains("fe80::2"));
        bed.until("the kernel of FRR's end has it", () -> bed.vtysh("show ip route 10.2.0.0/16")
                .contains("fe80::2"));
        bed.until("we have FRR's", () -> peer.ask("routes").stream()
                .anyMatch(line -> line.startsWith("route 10.1.0.0/16 via ") && line.contains("fe80::1")));
        assertThat(bed.vtysh("show bgp neighbors eth0")).contains("Extended nexthop");
    }
}
