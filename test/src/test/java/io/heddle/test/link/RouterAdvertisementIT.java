package io.heddle.test.link;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Router advertisements with FRR: each end learns the other's link-local address, as BGP without addresses needs it. */
class RouterAdvertisementIT {

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
                " neighbor eth0 interface remote-as external");
    }

    @AfterEach
    void end() throws Exception {
        if (bed != null) {
            bed.close();
        }
    }

    @Test
    void eachEndLearnsTheOther() throws Exception {
        PeerProcess peer = bed.ours(
                RaPeer.class,
                "eth0",
                bed.inOurs("cat", "/sys/class/net/eth0/address").trim());

        peer.await("found eth0 fe80::1");
        bed.until("FRR has a neighbour", () -> bed.vtysh("show bgp neighbors eth0 json")
                .contains("fe80::2"));
        bed.until("our advertisement was sent", () -> bed.vtysh("show interface eth0")
                .matches("(?s).*router advertisements sent: \\d+ rcvd: [1-9].*"));
        assertThat(peer.seen()).as("whom we took for a router").noneMatch(line -> line.contains("fe80::2"));
    }
}
