package io.heddle.bgp.speaker;

import static io.heddle.bgp.virtual.Lab.CLIENTS;
import static io.heddle.bgp.virtual.Lab.OWN;
import static io.heddle.bgp.virtual.Lab.PLAIN;
import static org.assertj.core.api.Assertions.assertThat;

import io.heddle.bgp.attribute.AsPath;
import io.heddle.bgp.rib.LocRib;
import io.heddle.bgp.session.RestartConfig;
import io.heddle.bgp.session.SessionEvent;
import io.heddle.bgp.virtual.Lab;
import io.heddle.bgp.wire.AddressFamilyId;
import io.heddle.bgp.wire.NotificationReason;
import io.heddle.model.config.Community;
import io.heddle.model.net.Asn;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** Graceful restart (RFC 4724, 8538), its long-lived form (RFC 9494) and route refresh (RFC 2918, 7313) as peers see them. */
class RestartTest {

    private static final String PREFIX = "10.9.1.0/24";
    private static final String OTHER = "10.9.2.0/24";
    private static final Community LLGR_STALE = new Community(0xFFFF, 6);

    private final Lab lab = new Lab();

    private static UnaryOperator<SpeakerPeer> restarting(int seconds, int longLived) {
        RestartConfig plain = RestartConfig.DEFAULT.withRestartTime(seconds);
        RestartConfig config = longLived > 0 ? plain.withLongLived(AddressFamilyId.IPV4_UNICAST, longLived) : plain;
        return Lab.session(each -> each.withRestart(config));
    }

    /** 2 announces two prefixes to 1, which tells 3; all keep routes for restarting peers. */
    private int line(int seconds, int longLived) {
        lab.add(1, OWN);
        lab.add(2, new Asn(65002));
        lab.add(3, new Asn(65003));
        var restart = restarting(seconds, longLived);
        int peer = lab.join(2, PLAIN, 1, PLAIN, restart, restart);
        lab.join(3, PLAIN, 1, PLAIN, restart, restart);
        lab.pass(5);
        lab.originate(2, PREFIX);
        lab.originate(2, OTHER);
        lab.pass(1);
        return peer;
    }

    @Test
    void routesOfARestartingPeerStayAndNobodyHearsOfIt() {
        int peer = line(120, 0);
        List<LocRib.Change> heard = new ArrayList<>();
        lab.speaker(3).listen(AddressFamilyId.IPV4_UNICAST, heard::addAll, lab.network.now());
        heard.clear();
        lab.reset(2, peer, 10);
        lab.pass(1);
        assertThat(lab.status(1, 0).isEstablished()).isFalse();
        assertThat(lab.route(1, PREFIX)).isPresent();
        lab.pass(30);
        assertThat(lab.status(1, 0).isEstablished()).isTrue();
        assertThat(lab.route(1, PREFIX)).isPresent();
        assertThat(heard).isEmpty();
    }

    @Test
    void whatARestartedPeerDoesNotAnnounceAgainGoesAtItsEndOfRib() {
        int peer = line(120, 0);
        lab.reset(2, peer, 10);
        lab.pass(1);
        lab.withdraw(2, OTHER);
        assertThat(lab.route(3, OTHER)).isPresent();
        lab.pass(30);
        assertThat(lab.route(3, PREFIX)).isPresent();
        assertThat(lab.route(1, OTHER)).isEmpty();
        assertThat(lab.route(3, OTHER)).isEmpty();
    }

    @Test
    void aPeerThatDoesNotComeBackLosesItsRoutes() {
        int peer = line(20, 0);
        lab.reset(2, peer, 1000);
        lab.pass(15);
        assertThat(lab.route(3, PREFIX)).isPresent();
        lab.pass(15);
        assertThat(lab.route(1, PREFIX)).isEmpty();
        assertThat(lab.route(3, PREFIX)).isEmpty();
    }

    @Test
    void longLivedRoutesAreTheLastResort() {
        int peer = line(20, 3600);
        lab.reset(2, peer, 10_000);
        lab.pass(60);
        assertThat(lab.best(1, PREFIX).core().communities()).contains(LLGR_STALE);
        assertThat(lab.best(3, PREFIX).core().communities()).contains(LLGR_STALE);
        lab.originate(
                3, PREFIX, set -> set.withCore(set.core().withAsPath(AsPath.of(new Asn(1), new Asn(2), new Asn(3)))));
        lab.pass(1);
        assertThat(lab.best(1, PREFIX).core().asPath().first()).isEqualTo(65003);
        lab.pass(4000);
        assertThat(lab.route(3, OTHER)).isEmpty();
    }

    @Test
    void aHardResetKeepsNothing() {
        int peer = line(120, 0);
        lab.speaker(2).removePeer(peer, "gone for good", lab.network.now());
        lab.pass(1);
        assertThat(lab.route(3, PREFIX)).isEmpty();
    }

    @Test
    void aRestartedSpeakerWaitsForItsPeersBeforeItSpeaks() {
        lab.add(1, new SpeakerConfig(SpeakerConfig.of(OWN, Lab.address(1), 1).router(), true));
        lab.add(2, OWN);
        lab.add(3, OWN);
        lab.add(4, OWN);
        var restart = restarting(120, 0);
        lab.join(2, PLAIN, 1, CLIENTS, restart, restart);
        int late = lab.join(3, PLAIN, 1, CLIENTS, restart, each -> restart.apply(each));
        lab.originate(2, PREFIX);
        lab.reset(3, late, 60);
        lab.pass(30);
        // 2 is there and 3 is awaited, so 1 has not said anything to 2.
        assertThat(lab.route(1, PREFIX)).isPresent();
        lab.originate(1, OTHER);
        lab.pass(1);
        assertThat(lab.route(2, OTHER)).isEmpty();
        lab.pass(60);
        assertThat(lab.route(3, PREFIX)).isPresent();
        assertThat(lab.route(2, OTHER)).isPresent();
    }

    @Test
    void aRestartedSpeakerDoesNotWaitForEver() {
        lab.add(1, new SpeakerConfig(SpeakerConfig.of(OWN, Lab.address(1), 1).router(), true));
        lab.add(2, OWN);
        lab.add(3, OWN);
        lab.join(2, PLAIN, 1, CLIENTS);
        int never = lab.join(3, PLAIN, 1, CLIENTS);
        lab.reset(3, never, 100_000);
        lab.originate(1, OTHER);
        lab.pass(60);
        assertThat(lab.route(2, OTHER)).isEmpty();
        lab.pass(70);
        assertThat(lab.route(2, OTHER)).isPresent();
    }

    @Test
    void aSpeakerThatHoldsBackSendsNoEndOfRibBeforeItsRoutes() {
        int peer = line(120, 0);
        lab.reset(2, peer, 10);
        lab.withdraw(2, OTHER);
        lab.speaker(2).holdBack();
        lab.pass(30);
        assertThat(lab.status(1, 0).isEstablished()).isTrue();
        assertThat(lab.route(3, PREFIX)).isPresent();
        assertThat(lab.route(3, OTHER)).as("stale until End-of-RIB").isPresent();

        lab.speaker(2).release(lab.network.now());
        lab.pass(5);

        assertThat(lab.route(3, PREFIX)).isPresent();
        assertThat(lab.route(3, OTHER)).isEmpty();
    }

    @Test
    void aSpeakerThatHeldBackAndHasNothingStillSendsEndOfRib() {
        int peer = line(120, 0);
        lab.reset(2, peer, 10);
        lab.withdraw(2, PREFIX);
        lab.withdraw(2, OTHER);
        lab.speaker(2).holdBack();
        lab.pass(30);
        assertThat(lab.route(3, PREFIX)).isPresent();

        lab.speaker(2).release(lab.network.now());
        lab.pass(5);

        assertThat(lab.route(3, PREFIX)).isEmpty();
    }

    @Test
    void aRefreshBringsEverythingAgain() {
        int peer = line(120, 0);
        long before = lab.status(2, peer).counters().orElseThrow().prefixesAnnounced();
        lab.originate(1, "10.1.0.0/16");
        lab.pass(1);
        assertThat(lab.speaker(2).requestRefresh(peer, AddressFamilyId.IPV4_UNICAST, lab.network.now()))
                .isTrue();
        lab.pass(1);
        assertThat(lab.status(2, peer).counters().orElseThrow().prefixesAnnounced())
                .isEqualTo(before + 2);
        assertThat(lab.route(2, "10.1.0.0/16")).isPresent();
    }

    @Test
    void shutdownIsToldInWords() {
        int peer = line(120, 0);
        lab.speaker(2)
                .resetPeer(
                        peer,
                        NotificationReason.ADMINISTRATIVE_SHUTDOWN,
                        "maintenance until noon",
                        SessionEvent.Stop.FOR_EVER,
                        lab.network.now());
        lab.pass(1);
        assertThat(lab.status(1, 0).lastError().orElseThrow()).contains("maintenance until noon");
    }
}
