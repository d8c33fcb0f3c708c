package io.heddle.test.interop;

import static org.assertj.core.api.Assertions.assertThat;

import io.heddle.evpn.vrf.DuplicateDetection;
import io.heddle.evpn.vrf.MoveHistory;
import io.heddle.lab.linux.Batch;
import io.heddle.lab.linux.Command;
import io.heddle.lab.linux.LabException;
import io.heddle.model.net.Mac;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A MAC that two hosts use (RFC 7432 section 15.1): FRR 8.4 counts its moves, and acts, as {@link DuplicateDetection#FRR} says. */
class FrrDuplicatesIT {

    private static final Mac MAC = Mac.parse("02:00:00:00:0e:d0");
    private static final Pattern COUNT = Pattern.compile("detection count (\\d+)");

    private Bed bed;
    private Ours ours;
    private EvpnRoutesOfOurs routes;
    private long sequence = 1;

    @BeforeEach
    void start() throws Exception {
        bed = Bed.with(Frr.BGPD, Frr.ZEBRA);
        FrrVteps.devices(bed);
        ours = Ours.start(bed);
        routes = new EvpnRoutesOfOurs(ours);
        Frr.start(bed, FrrConfig.neighbor(Bed.OURS).evpn("neighbor 10.8.0.1 activate", "advertise-all-vni"));
        ours.untilEstablished(ours.add(FrrEvpnIT.evpnPeer(ours)));
    }

    @AfterEach
    void end() throws Exception {
        if (bed != null) {
            bed.close();
        }
    }

    @Test
    void itCountsAsWeDoAndOnlyWarns() throws Exception {
        moveToUs();
        MoveHistory history = MoveHistory.NONE;
        for (int move = 1; move <= DuplicateDetection.FRR.moves(); move++) {
            boolean here = move % 2 == 1;
            if (here) {
                moveToFrr();
            } else {
                moveToUs();
            }
            // All within a second or two, as far as the rule goes.
            history = history.moved(here, move, DuplicateDetection.FRR);
            assertThat(history.moves()).isEqualTo(move);
            if (!history.isDuplicate()) {
                assertThat(shown()).doesNotContain("Duplicate, detected");
                assertThat(counted()).as("after move %d: %s", move, shown()).isEqualTo(history.moves());
            }
        }
        assertThat(history.isDuplicate()).isTrue();
        assertThat(shown()).contains("Duplicate, detected");

        // It warns and does nothing else: it still follows.
        moveToUs();
        moveToFrr();
        assertThat(shown()).contains("Duplicate, detected");
    }

    private void moveToUs() throws Exception {
        routes.send(List.of(EvpnRoutesOfOurs.host(MAC, sequence)));
        // FRR announces what it then hears on its own port with the next one, and we go one further.
        sequence += 2;
        bed.until("FRR has the MAC behind us", () -> shown().contains("Remote VTEP: 10.8.0.3"));
    }

    private void moveToFrr() throws Exception {
        Batch.bridge(bed.theirs(), List.of("fdb replace " + MAC + " dev hst0 master dynamic"));
        bed.until("FRR has the MAC on its port", () -> shown().contains("Intf: hst0"));
    }

    private int counted() throws LabException {
        Matcher count = COUNT.matcher(shown());
        return count.find() ? Integer.parseInt(count.group(1)) : 0;
    }

    private String shown() throws LabException {
        return Command.of(
                        "vtysh",
                        "--vty_socket",
                        bed.directory.toString(),
                        "-d",
                        "zebra",
                        "-c",
                        "show evpn mac vni 100 mac " + MAC)
                .output();
    }
}
