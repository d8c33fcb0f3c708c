package io.heddle.test.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Our BFD against FRR's bfdd: a hop over IPv4, a hop between link-local addresses, several hops. */
class BfdIT {

    private static final String LINK = "peer 10.7.0.2 interface eth0";

    private LinkBed bed;
    private PeerProcess peer;

    @BeforeEach
    void start() throws Exception {
        bed = new LinkBed();
        bed.daemon("zebra", "hostname frr");
        bed.daemon(
                "bfdd",
                "bfd",
                " " + LINK,
                "  transmit-interval 100",
                "  receive-interval 100",
                " peer fe80::2 local-address fe80::1 interface eth0",
                "  transmit-interval 100",
                "  receive-interval 100",
                " peer 10.7.0.2 multihop local-address 10.7.0.1",
                "  transmit-interval 100",
                "  receive-interval 100");
        peer = bed.ours(BfdPeer.class);
        peer.tell("link v4 10.7.0.2 10.7.0.1 eth0");
        peer.await("up v4");
    }

    @AfterEach
    void end() throws Exception {
        if (bed != null) {
            bed.close();
        }
    }

    @Test
    void everyKindOfSessionComesUpAtBothEnds() throws Exception {
        peer.tell("link v6 fe80::2 fe80::1 eth0");
        peer.await("up v6");
        peer.tell("multihop far 10.7.0.2 10.7.0.1");
        peer.await("up far");

        bed.until(
                "FRR has three sessions up",
                () -> count("\"status\":\\s*\"up\"", bed.vtysh("show bfd peers json")) == 3);
    }

    @Test
    void aCutIsNoticedAfterTheDetectionTimeAndHeals() throws Exception {
        bed.until("both send at 100 ms", () -> frr().contains("\"remote-transmit-interval\":100"));
        bed.cut();
        long cut = System.nanoTime();
        String down = peer.await("down v4");

        assertThat(down).startsWith("down v4 DETECTION_TIME_EXPIRED false");
        long millis = (Long.parseLong(down.substring(down.lastIndexOf(' ') + 1)) - cut) / 1_000_000;
        // 300 ms since the last packet, which came up to 100 ms before the cut; the upper bound leaves room for a busy
        // machine.
        assertThat(millis).isBetween(150L, 10_000L);

        bed.mend();
        peer.await("up v4");
    }

    @Test
    void changedTimersReachThePeer() throws Exception {
        peer.tell("change v4 250 5");

        bed.until(
                "FRR knows the new timers",
                () -> frr().contains("\"remote-transmit-interval\":250")
                        && frr().contains("\"remote-detect-multiplier\":5"));
        assertThat(frr()).contains("\"status\":\"up\"");
    }

    @Test
    void anOrderedDownIsToldBothWays() throws Exception {
        peer.tell("disable v4");
        peer.await("down v4 ADMINISTRATIVELY_DOWN true");
        bed.until("FRR is down", () -> frr().contains("\"status\":\"down\""));

        peer.tell("enable v4");
        peer.await("up v4");
        bed.vtysh("configure terminal", "bfd", LINK, "shutdown");
        peer.await("down v4 NEIGHBOR_SIGNALED_DOWN true");
        bed.vtysh("configure terminal", "bfd", LINK, "no shutdown");
        peer.await("up v4");
    }

    private String frr() throws Exception {
        return bed.vtysh("show bfd " + LINK + " json").replaceAll("\\s", "");
    }

    private static int count(String pattern, String text) {
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        int count = 0;
        while (matcher.find()) {
            count++;
        }
        return count;
    }
}
