package io.heddle.evpn.rib;

import io.heddle.bgp.session.TransportConfig;
import io.heddle.bgp.speaker.Speaker;
import io.heddle.bgp.speaker.SpeakerConfig;
import io.heddle.bgp.speaker.SpeakerDriver;
import io.heddle.bgp.speaker.SpeakerPeer;
import io.heddle.bgp.wire.AddressFamilies;
import io.heddle.evpn.route.EvpnFamily;
import io.heddle.model.config.AddressFamily;
import io.heddle.model.config.BgpConfig;
import io.heddle.model.config.PeerGroup;
import io.heddle.model.config.Policy;
import io.heddle.model.net.Asn;
import io.heddle.model.net.IpAddress;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** Two speakers of different AS with a pipe between them, on a clock that is turned by hand. */
final class TwoSpeakers {

    private static final long STEP = 100_000_000L;
    private static final int BUFFER = 1 << 17;

    /** One end: what its speaker asked for, and what came for it. */
    private static final class End implements SpeakerDriver {

        boolean wantsToConnect;
        int connection = Speaker.REFUSED;
        final byte[] arrived = new byte[BUFFER];
        int length;

        @Override
        public void connect(int peer, TransportConfig transport) {
            wantsToConnect = true;
        }

        @Override
        public void stopConnecting(int peer) {
            wantsToConnect = false;
        }

        @Override
        public void close(int number) {
            throw new AssertionError("the session ended");
        }

        // Every step writes and ticks.
        @Override
        public void wantsToWrite(int number) {}

        @Override
        public void wakeAt(long nanos) {}
    }

    private final End[] ends = {new End(), new End()};
    private final Speaker[] speakers = new Speaker[2];
    private long now = 1;

    TwoSpeakers() {
        for (int i = 0; i < 2; i++) {
            BgpConfig router = new BgpConfig(new Asn(65001 + i), address(i), List.of(), List.of(), 1, true);
            speakers[i] = new Speaker(
                    SpeakerConfig.of(router), AddressFamilies.UNICAST.with(EvpnFamily.CODEC), new Random(i), ends[i]);
            PeerGroup group = new PeerGroup(
                    "other",
                    Set.of(AddressFamily.L2VPN_EVPN),
                    Policy.ACCEPT_ALL,
                    Policy.ACCEPT_ALL,
                    false,
                    PeerGroup.NextHopMode.UNCHANGED,
                    0,
                    false);
            speakers[i].addPeer(SpeakerPeer.of(router, "other", address(1 - i), new Asn(65001 + 1 - i), group), now);
        }
    }

    private static IpAddress address(int end) {
        return IpAddress.v4(0x0A000001L + end);
    }

    Speaker speaker(int end) {
        return speakers[end];
    }

    long now() {
        return now;
    }

    /** Lets two seconds pass. */
    void pass() {
        for (int i = 0; i < 20; i++) {
            now += STEP;
            connect();
            for (int end = 0; end < 2; end++) {
                speakers[end].tick(now);
                write(end);
            }
        }
    }

    private void connect() {
        if (ends[0].connection == Speaker.REFUSED && ends[0].wantsToConnect) {
            ends[0].wantsToConnect = false;
            ends[0].connection = speakers[0].connected(0, address(1), address(0), now);
            ends[1].connection = speakers[1].accepted(address(0), address(1), "", now);
        }
    }

    private void write(int from) {
        End to = ends[1 - from];
        if (ends[from].connection == Speaker.REFUSED || to.connection == Speaker.REFUSED) {
            return;
        }
        to.length += speakers[from].fill(ends[from].connection, to.arrived, to.length, BUFFER, now);
        int used = speakers[1 - from].received(to.connection, to.arrived, 0, to.length, now);
        System.arraycopy(to.arrived, used, to.arrived, 0, to.length - used);
        to.length -= used;
    }
}
