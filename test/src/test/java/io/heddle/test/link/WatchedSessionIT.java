package io.heddle.test.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A BGP session with FRR that BFD watches, on a link and over several hops. The hold time is 180 s: nothing else can end it in time. */
class WatchedSessionIT {

    private LinkBed bed;

    @BeforeEach
    void start() throws Exception {
        bed = new LinkBed();
        bed.daemon("zebra", "hostname frr");
        bed.daemon("bfdd", "bfd");
    }

    @AfterEach
    void end() throws Exception {
        if (bed != null) {
            bed.close();
        }
    }

    /** Our end, established, with BFD up at both ends. */
    private PeerProcess established(String hops, int milliseconds, String... networkInterface) throws Exception {
        bed.daemon(
                "bgpd",
                "frr defaults datacenter",
                "router bgp 65001",
                " bgp router-id 10.7.0.1",
                " no bgp ebgp-requires-policy",
                " neighbor 10.7.0.2 remote-as 65002",
                " neighbor 10.7.0.2 passive",
                " neighbor 10.7.0.2 ebgp-multihop " + hops,
                " neighbor 10.7.0.2 timers 60 180",
                " neighbor 10.7.0.2 bfd 3 " + milliseconds + " " + milliseconds);
        PeerProcess peer = bed.ours(
                WatchedPeer.class,
                Stream.concat(Stream.of(Integer.toString(milliseconds)), Stream.of(networkInterface))
                        .toArray(String[]::new));
        peer.await("up");
        bed.until(
                "BFD is up at FRR's end",
                () -> bed.vtysh("show bfd peers json").replaceAll("\\s", "").contains("\"status\":\"up\""));
        return peer;
    }

    private static String error(PeerProcess peer) throws Exception {
        peer.tell("error");
        return peer.await("error");
    }

    private void aSilentLinkEndsTheSession(PeerProcess peer) throws Exception {
        bed.until("both send every 100 ms", () -> bed.vtysh("show bfd peers json")
                .replaceAll("\\s", "")
                .contains("\"remote-transmit-interval\":100"));
        bed.cut();
        long cut = System.nanoTime();
        String down = peer.await("down");
        long millis = (Long.parseLong(down.substring("down ".length())) - cut) / 1_000_000;
        System.out.println("session down " + millis + " ms after the link fell silent");
        // 300 ms without BFD's jitter; the upper bound leaves room for a busy machine, and is far from the 180 s of the
        // hold timer.
        assertThat(millis).isLessThan(10_000);
        assertThat(error(peer)).contains("BFD down");

        bed.mend();
        peer.await("up");
    }

    @Test
    void aSilentLinkEndsTheSessionLongBeforeTheHoldTimer() throws Exception {
        aSilentLinkEndsTheSession(established("1", 100, "eth0"));
    }

    @Test
    void soItDoesOverSeveralHops() throws Exception {
        aSilentLinkEndsTheSession(established("3", 100));
    }

    /** RFC 5882 section 4.2. */
    @Test
    void whatAnOperatorTakesDownAtTheOtherEndEndsNothing() throws Exception {
        // Slow, so that a busy machine does not make it fail for another reason.
        PeerProcess peer = established("1", 2000, "eth0");
        bed.vtysh("configure terminal", "bfd", "peer 10.7.0.2 interface eth0", "shutdown");
        bed.until(
                "BFD is shut down",
                () -> bed.vtysh("show bfd peers json").replaceAll("\\s", "").contains("\"status\":\"shutdown\""));

        assertThat(bed.vtysh("show bgp neighbors 10.7.0.2")).contains("BGP state = Established");
        assertThat(error(peer)).isEqualTo("error ");
    }
}
