package io.heddle.test.speaker;

import io.heddle.bgp.attribute.AttributeSet;
import io.heddle.bgp.attribute.Origin;
import io.heddle.bgp.attribute.PathAttributes;
import io.heddle.bgp.rib.LocRib;
import io.heddle.bgp.rib.RouteOptions;
import io.heddle.bgp.session.TransportConfig;
import io.heddle.bgp.speaker.PeerStatus;
import io.heddle.bgp.speaker.Speaker;
import io.heddle.bgp.speaker.SpeakerConfig;
import io.heddle.bgp.speaker.SpeakerPeer;
import io.heddle.bgp.virtual.VirtualNetwork;
import io.heddle.bgp.wire.AddressFamilies;
import io.heddle.bgp.wire.AddressFamilyId;
import io.heddle.model.config.BgpConfig;
import io.heddle.model.config.Neighbor;
import io.heddle.model.config.Origination;
import io.heddle.model.fabric.DeviceName;
import io.heddle.model.net.IpAddress;
import io.heddle.model.net.IpFamily;
import io.heddle.model.net.Prefix;
import io.heddle.model.tables.NextHop;
import io.heddle.test.reference.ReferenceSolver;
import io.heddle.test.reference.SessionEnds;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** The routers of a fabric as speakers on virtual time. Each session gets two addresses of its own, whatever it runs over. */
final class SpeakerFabric {

    private static final long SECOND = 1_000_000_000L;
    private static final Comparator<Neighbor> BY_RANK = Comparator.comparing(
                    (Neighbor each) -> each.port().isEmpty())
            .thenComparing(each -> each.port().map(Object::toString).orElse(""))
            .thenComparing(each -> each.address().map(IpAddress::toString).orElse(""));

    private final VirtualNetwork network;
    private final SortedMap<DeviceName, Speaker> speakers = new TreeMap<>();
    /** By router and peer number: how it forwards over the session. */
    private final Map<DeviceName, List<NextHop>> ways = new HashMap<>();

    SpeakerFabric(ReferenceSolver told, long seed) {
        network = new VirtualNetwork(AddressFamilies.UNICAST, seed, 10_000_000);
        List<SessionEnds> sessions = told.sessions();
        SortedMap<DeviceName, BgpConfig> routers = told.routers();
        routers.forEach((name, bgp) -> {
            List<IpAddress> addresses = new ArrayList<>();
            for (int i = 0; i < sessions.size(); i++) {
                if (sessions.get(i).near().equals(name)) {
                    addresses.add(address(i, 0));
                }
                if (sessions.get(i).far().equals(name)) {
                    addresses.add(address(i, 1));
                }
            }
            speakers.put(name, network.add(SpeakerConfig.of(bgp), addresses));
            ways.put(name, new ArrayList<>());
        });
        for (int i = 0; i < sessions.size(); i++) {
            SessionEnds each = sessions.get(i);
            peer(each.near(), each.nearNeighbor(), each.nearToFar(), address(i, 1), address(i, 0));
            peer(each.far(), each.farNeighbor(), each.farToNear(), address(i, 0), address(i, 1));
        }
        routers.keySet().forEach(name -> originate(name, told));
    }

    private static IpAddress address(int session, int end) {
        return IpAddress.v4(0x0B00_0000L + 2L * session + end);
    }

    private Speaker speaker(DeviceName name) {
        return Objects.requireNonNull(speakers.get(name));
    }

    private void peer(DeviceName name, Neighbor neighbor, NextHop way, IpAddress remote, IpAddress local) {
        BgpConfig bgp = speaker(name).config().router();
        List<Neighbor> ranked = new ArrayList<>(bgp.neighbors());
        ranked.sort(BY_RANK);
        SpeakerPeer peer = SpeakerPeer.of(
                        bgp,
                        neighbor.peer() + " at " + way,
                        TransportConfig.of(remote).withLocalAddress(local),
                        neighbor.remoteAs(),
                        neighbor.group())
                .with(new RouteOptions(false, 1, ranked.indexOf(neighbor)));
        Objects.requireNonNull(ways.get(name)).add(way);
        speaker(name).addPeer(peer, 0);
    }

    private void originate(DeviceName name, ReferenceSolver told) {
        told.originated(name).forEach((prefix, origin) -> {
            AttributeSet set = AttributeSet.of(PathAttributes.originated(Origin.valueOf(origin.name())), null);
            speaker(name).originate(List.of(prefix), set, 0);
        });
        for (Origination each : speaker(name).config().router().originations()) {
            if (each instanceof Origination.DefaultRoute(IpFamily family)) {
                IpAddress zero = family == IpFamily.IPV4 ? IpAddress.v4(0) : IpAddress.v6(0, 0);
                AttributeSet set = AttributeSet.of(PathAttributes.originated(Origin.IGP), null);
                speaker(name).originate(List.of(new Prefix(zero, 0)), set, 0);
            }
        }
    }

    /** Lets everything come up and settle. */
    void settle() {
        network.runUntil(60 * SECOND);
        speakers.forEach((name, speaker) -> {
            for (PeerStatus each : speaker.peers()) {
                if (!each.isEstablished()) {
                    throw new AssertionError(name + ": session with " + each.name() + " is not up: " + each.reason());
                }
            }
        });
    }

    /** What a router has chosen, by prefix: the ways it forwards, empty for what it originated. */
    SortedMap<Prefix, SortedSet<NextHop>> chosen(DeviceName name) {
        SortedMap<Prefix, SortedSet<NextHop>> chosen = new TreeMap<>();
        List<NextHop> own = Objects.requireNonNull(ways.get(name));
        for (AddressFamilyId family : List.of(AddressFamilyId.IPV4_UNICAST, AddressFamilyId.IPV6_UNICAST)) {
            speaker(name).locRib(family).forEach(route -> {
                SortedSet<NextHop> hops = new TreeSet<>();
                for (LocRib.Path each : route.paths()) {
                    if (each.source().number() > 0) {
                        hops.add(own.get(each.source().number() - 1));
                    }
                }
                chosen.put(route.destination().prefix().orElseThrow(), hops);
            });
        }
        return chosen;
    }

    long trace() {
        return network.trace();
    }
}
