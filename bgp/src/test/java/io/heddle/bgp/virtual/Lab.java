package io.heddle.bgp.virtual;

import io.heddle.bgp.attribute.AttributeSet;
import io.heddle.bgp.attribute.Origin;
import io.heddle.bgp.attribute.PathAttributes;
import io.heddle.bgp.rib.LocRib;
import io.heddle.bgp.rib.RouteOptions;
import io.heddle.bgp.session.SessionConfig;
import io.heddle.bgp.session.TransportConfig;
import io.heddle.bgp.speaker.PeerStatus;
import io.heddle.bgp.speaker.Speaker;
import io.heddle.bgp.speaker.SpeakerConfig;
import io.heddle.bgp.speaker.SpeakerPeer;
import io.heddle.bgp.wire.AddressFamilies;
import io.heddle.bgp.wire.AddressFamilyId;
import io.heddle.bgp.wire.NotificationReason;
import io.heddle.model.config.AddressFamily;
import io.heddle.model.config.PeerGroup;
import io.heddle.model.config.Policy;
import io.heddle.model.net.Asn;
import io.heddle.model.net.IpAddress;
import io.heddle.model.net.Prefix;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** A few speakers by number on virtual time, for tests of what they do together. */
public final class Lab {

    public static final long SECOND = 1_000_000_000L;
    public static final Asn OWN = new Asn(65000);

    /** Both unicast families, everything accepted and sent on. */
    public static final PeerGroup PLAIN = group(false, Policy.ACCEPT_ALL, Policy.ACCEPT_ALL);

    public static final PeerGroup CLIENTS = group(true, Policy.ACCEPT_ALL, Policy.ACCEPT_ALL);

    public final VirtualNetwork network = new VirtualNetwork(AddressFamilies.UNICAST, 7, 50_000);
    private final Map<Integer, Speaker> speakers = new TreeMap<>();

    public static PeerGroup group(boolean clients, Policy in, Policy out) {
        return new PeerGroup(
                "test", Set.of(AddressFamily.IPV4_UNICAST), in, out, clients, PeerGroup.NextHopMode.STANDARD, 0, false);
    }

    public static IpAddress address(int number) {
        return IpAddress.v4(0x0A00_0000L + number);
    }

    public Speaker add(int number, Asn asn) {
        return add(number, SpeakerConfig.of(asn, address(number), 8));
    }

    public Speaker add(int number, SpeakerConfig config) {
        Speaker speaker = network.add(config, List.of(address(number)));
        speakers.put(number, speaker);
        return speaker;
    }

    public Speaker speaker(int number) {
        return Objects.requireNonNull(speakers.get(number));
    }

    /** A session, its first side connecting, with these groups on both sides; returns the peer's number at the first. */
    public int join(int active, PeerGroup group, int passive, PeerGroup otherGroup) {
        return join(active, group, passive, otherGroup, each -> each, each -> each);
    }

    /** The same with changes to what the active and the passive side is told. */
    public int join(
            int active,
            PeerGroup group,
            int passive,
            PeerGroup otherGroup,
            UnaryOperator<SpeakerPeer> ofActive,
            UnaryOperator<SpeakerPeer> ofPassive) {
        SpeakerPeer far = peer(passive, active, otherGroup);
        speaker(passive).addPeer(ofPassive.apply(far.with(far.peer().session().withPassive())), network.now());
        return speaker(active).addPeer(ofActive.apply(peer(active, passive, group)), network.now());
    }

    /** What {@code at} is told about {@code other}. */
    public SpeakerPeer peer(int at, int other, PeerGroup group) {
        return SpeakerPeer.of(
                speaker(at).config().router(),
                "speaker-" + other,
                TransportConfig.of(address(other)).withLocalAddress(address(at)),
                speaker(other).config().router().asn(),
                group);
    }

    public static UnaryOperator<SpeakerPeer> session(UnaryOperator<SessionConfig> change) {
        return peer -> peer.with(change.apply(peer.peer().session()));
    }

    public static UnaryOperator<SpeakerPeer> routes(RouteOptions options) {
        return peer -> peer.with(options);
    }

    public void pass(int seconds) {
        network.runUntil(network.now() + seconds * SECOND);
    }

    public void originate(int at, String prefix) {
        originate(at, prefix, each -> each);
    }

    public void originate(int at, String prefix, UnaryOperator<AttributeSet> change) {
        AttributeSet set = AttributeSet.of(PathAttributes.originated(Origin.IGP), null);
        speaker(at).originate(List.of(Prefix.parse(prefix)), change.apply(set), network.now());
    }

    public void withdraw(int at, String prefix) {
        speaker(at).withdraw(List.of(Prefix.parse(prefix)), network.now());
    }

    public Optional<LocRib.Route> route(int at, String prefix) {
        return speaker(at).locRib(AddressFamilyId.IPV4_UNICAST).route(Prefix.parse(prefix));
    }

    public AttributeSet best(int at, String prefix) {
        return route(at, prefix).orElseThrow().best().attributes();
    }

    public PeerStatus status(int at, int peer) {
        return speaker(at).status(peer);
    }

    /** Ends a session as an operator would, for a while. */
    public void reset(int at, int peer, int seconds) {
        speaker(at)
                .resetPeer(
                        peer,
                        NotificationReason.ADMINISTRATIVE_RESET,
                        "test",
                        Duration.ofSeconds(seconds),
                        network.now());
    }
}
