package io.heddle.test.bench.bgp;

import io.heddle.bgp.session.TransportConfig;
import io.heddle.bgp.speaker.Speaker;
import io.heddle.bgp.speaker.SpeakerConfig;
import io.heddle.bgp.speaker.SpeakerPeer;
import io.heddle.bgp.virtual.VirtualNetwork;
import io.heddle.bgp.wire.AddressFamilies;
import io.heddle.model.config.AddressFamily;
import io.heddle.model.config.PeerGroup;
import io.heddle.model.config.Policy;
import io.heddle.model.net.Asn;
import io.heddle.model.net.IpAddress;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What a speaker without routes weighs: the heap after a full collection, less what was there before, divided by the speakers; the share of
 * the virtual network and what classes keep (about 3 KiB a speaker) included. Run as a program, once for each number of sessions, which is
 * its argument.
 */
final class IdleSpeakers {

    private static final long SECOND = 1_000_000_000L;
    private static final int SPEAKERS = 400;
    private static final PeerGroup GROUP = new PeerGroup(
            "idle",
            Set.of(AddressFamily.IPV4_UNICAST),
            Policy.ACCEPT_ALL,
            Policy.ACCEPT_ALL,
            false,
            PeerGroup.NextHopMode.STANDARD,
            0,
            false);

    private IdleSpeakers() {}

    public static void main(String[] args) {
        int sessions = Integer.parseInt(args[0]);
        int clique = sessions + 1;
        int count = SPEAKERS / clique * clique;
        long before = heap();
        System.out.printf(
                "%d sessions: %.1f KiB a speaker%n", sessions, (heapWith(count, clique) - before) / 1024.0 / count);
    }

    /** The heap while there are so many speakers in cliques, so that each has as many sessions as it has neighbours. */
    private static long heapWith(int count, int clique) {
        VirtualNetwork network = new VirtualNetwork(AddressFamilies.UNICAST, 7, 50_000);
        List<Speaker> speakers = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            IpAddress address = address(i);
            speakers.add(network.add(SpeakerConfig.of(new Asn(4_200_000_000L + i), address, 8), List.of(address)));
        }
        for (int i = 0; i < count; i++) {
            for (int j = i / clique * clique; j < i; j++) {
                SpeakerPeer passive = peer(speakers.get(j), speakers.get(i));
                speakers.get(j).addPeer(passive.with(passive.peer().session().withPassive()), network.now());
                speakers.get(i).addPeer(peer(speakers.get(i), speakers.get(j)), network.now());
            }
        }
        network.runUntil(60 * SECOND);
        for (Speaker each : speakers) {
            if (each.peers().stream().filter(peer -> peer.isEstablished()).count() != clique - 1) {
                throw new IllegalStateException("not all sessions are up");
            }
        }
        long heap = heap();
        // Alive until here.
        network.runUntil(61 * SECOND);
        return heap;
    }

    private static SpeakerPeer peer(Speaker at, Speaker other) {
        return SpeakerPeer.of(
                at.config().router(),
                "peer",
                TransportConfig.of(other.config().router().routerId())
                        .withLocalAddress(at.config().router().routerId()),
                other.config().router().asn(),
                GROUP);
    }

    private static IpAddress address(int number) {
        return IpAddress.v4(0x0A00_0001L + number);
    }

    private static long heap() {
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
