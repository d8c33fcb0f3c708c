package io.heddle.test.interop;

import static org.assertj.core.api.Assertions.assertThat;

import io.heddle.bgp.session.RestartConfig;
import io.heddle.bgp.speaker.SpeakerPeer;
import io.heddle.bgp.wire.AddressFamilyId;
import io.heddle.lab.json.JsonValue;
import io.heddle.model.net.Prefix;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Graceful restart with FRR (RFC 4724): its restarts and ours. */
class FrrRestartIT {

    private static final AddressFamilyId V4 = AddressFamilyId.IPV4_UNICAST;
    private static final List<Prefix> MINE = Ours.hosts("10.1.0.0", 50);
    private static final List<Prefix> THEIRS = Ours.hosts("10.2.0.0", 50);

    private Bed bed;

    @BeforeEach
    void start() throws Exception {
        bed = Bed.with(Frr.BGPD, Frr.ZEBRA);
    }

    @AfterEach
    void end() throws Exception {
        if (bed != null) {
            bed.close();
        }
    }

    private Frr frr(String restartTime) throws Exception {
        return Frr.start(
                bed,
                FrrConfig.neighbor(Bed.OURS)
                        .router("bgp graceful-restart")
                        .router("bgp graceful-restart preserve-fw-state")
                        .router("bgp graceful-restart restart-time " + restartTime)
                        .ipv4("neighbor 10.8.0.1 activate")
                        .networks(THEIRS));
    }

    private static SpeakerPeer withRestart(Ours ours) {
        return Ours.with(ours.daemon(), each -> each.withRestart(RestartConfig.DEFAULT));
    }

    private static int stale(Ours ours) {
        return ours.server.ask((speaker, _) -> speaker.rib().pathCount(V4, 1)).join();
    }

    @Test
    void routesOfARestartingFrrStayUntilItHasSentThemAgain() throws Exception {
        Ours ours = Ours.start(bed);
        Frr frr = frr("60");
        int peer = ours.add(withRestart(ours));
        ours.untilEstablished(peer);
        bed.until("we have all of theirs", () -> ours.learned(V4).size() == THEIRS.size());
        assertThat(ours.negotiated(peer).restart()).isNotNull();

        frr.kill();
        ours.untilDown(peer);
        assertThat(ours.learned(V4)).hasSize(THEIRS.size());
        frr.without(THEIRS.getFirst());
        frr.startAgain();
        ours.untilEstablished(peer);
        bed.until("what did not come again is gone", () -> ours.learned(V4).size() == THEIRS.size() - 1);
        assertThat(stale(ours)).isEqualTo(THEIRS.size() - 1);
    }

    @Test
    void routesOfAnFrrThatDoesNotComeBackGoAfterTheRestartTime() throws Exception {
        Ours ours = Ours.start(bed);
        Frr frr = frr("2");
        int peer = ours.add(withRestart(ours));
        ours.untilEstablished(peer);
        bed.until("we have all of theirs", () -> ours.learned(V4).size() == THEIRS.size());

        frr.kill();
        ours.untilDown(peer);
        assertThat(ours.learned(V4)).hasSize(THEIRS.size());
        bed.until("they are gone", () -> ours.learned(V4).isEmpty());
    }

    @Test
    void frrKeepsOurRoutesWhileWeRestart() throws Exception {
        Frr frr = frr("60");
        Ours first = Ours.start(bed);
        first.originate(MINE);
        int peer = first.add(withRestart(first));
        first.untilEstablished(peer);
        bed.until("FRR has all of ours", () -> frr.from(Bed.OURS, "ipv4").size() == MINE.size());

        first.close();
        bed.until(
                "FRR knows that we are away",
                () -> !frr.neighbor(Bed.OURS).text("bgpState").orElse("").equals("Established"));
        JsonValue routes = frr.json("show bgp ipv4 unicast").find("routes").orElseThrow();
        assertThat(routes.members().keySet()).contains("10.1.0.0/32", "10.1.0.49/32");

        Ours second = Ours.start(bed, Ours.AS, Bed.OURS, true);
        second.originate(MINE.subList(0, 20));
        second.untilEstablished(second.add(withRestart(second)));
        bed.until(
                "FRR has what we still announce",
                () -> frr.from(Bed.OURS, "ipv4").size() == 20);
    }
}
