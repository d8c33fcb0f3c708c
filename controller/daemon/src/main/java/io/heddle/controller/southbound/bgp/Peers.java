package io.heddle.controller.southbound.bgp;

import io.heddle.bgp.rib.RouteOptions;
import io.heddle.bgp.session.RestartConfig;
import io.heddle.bgp.session.SessionConfig;
import io.heddle.bgp.speaker.SpeakerPeer;
import io.heddle.bgp.wire.AddressFamilyId;
import io.heddle.controller.core.speak.Marks;
import io.heddle.model.config.BgpConfig;
import io.heddle.model.config.PeerGroup;
import io.heddle.model.config.Policy;
import java.util.List;

/** A switch as the speaker is told of it. */
final class Peers {

    private Peers() {}

    static SpeakerPeer of(BgpSouthbound config, BgpSwitch each) {
        BgpConfig router = new BgpConfig(config.asn(), config.routerId(), List.of(), List.of(), 1, true);
        boolean internal = each.asn().equals(config.asn());
        PeerGroup group = new PeerGroup(
                each.reflected() ? "reflected" : "switch",
                each.families(),
                // RFC 8212: what is not asked for is not taken.
                each.reflected() ? Policy.ACCEPT_ALL : Policy.REJECT_ALL,
                Marks.EXPORT,
                each.reflected() && internal,
                PeerGroup.NextHopMode.UNCHANGED,
                0,
                each.bfd() != null);
        SpeakerPeer peer = SpeakerPeer.of(router, each.device().value(), each.transport(), each.asn(), group);
        SessionConfig session = peer.peer().session().withTimers(each.timers());
        // Not to clients: what they are told is each other's, and is not there again before all of them are back.
        if (config.restartTime() > 0 && !each.reflected()) {
            session = session.withRestart(
                    RestartConfig.DEFAULT.withRestartTime(config.restartTime()).afterRestart());
        }
        boolean server = each.reflected() && !internal;
        return peer.with(each.passive() ? session.withPassive() : session)
                .with(new RouteOptions(server, RouteOptions.DEFAULT.sendPaths(), RouteOptions.DEFAULT.rank()));
    }

    static List<AddressFamilyId> families(BgpSwitch each) {
        return each.families().stream().sorted().map(AddressFamilyId::of).toList();
    }
}
