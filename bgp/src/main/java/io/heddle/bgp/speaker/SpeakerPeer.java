package io.heddle.bgp.speaker;

import io.heddle.bgp.bfd.BfdRequest;
import io.heddle.bgp.rib.RouteOptions;
import io.heddle.bgp.session.FamilyConfig;
import io.heddle.bgp.session.PeerConfig;
import io.heddle.bgp.session.RemoteAs;
import io.heddle.bgp.session.SessionConfig;
import io.heddle.bgp.session.TransportConfig;
import io.heddle.bgp.wire.AddressFamilyId;
import io.heddle.model.config.BgpConfig;
import io.heddle.model.config.PeerGroup;
import io.heddle.model.net.Asn;
import io.heddle.model.net.IpAddress;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A peer as a speaker is told of it.
 *
 * @param peer its session and how it is reached
 * @param group what is taken from it and sent to it; the families are those of the session
 * @param routes what else there is to say about its routes
 * @param bfd ends the session when the path to the peer fails (RFC 5882); null leaves that to the hold timer
 */
public record SpeakerPeer(
        PeerConfig peer,
        PeerGroup group,
        RouteOptions routes,
        @Nullable BfdRequest bfd) {

    /** Without BFD. */
    public SpeakerPeer(PeerConfig peer, PeerGroup group, RouteOptions routes) {
        this(peer, group, routes, null);
    }

    /** With all defaults, the families of the group, at an address. */
    public static SpeakerPeer of(BgpConfig router, String name, IpAddress address, Asn remoteAs, PeerGroup group) {
        return of(router, name, TransportConfig.of(address), remoteAs, group);
    }

    /** With all defaults and the families of the group. */
    public static SpeakerPeer of(
            BgpConfig router, String name, TransportConfig transport, Asn remoteAs, PeerGroup group) {
        boolean overV6 = !transport.address().isV4();
        List<FamilyConfig> families = group.families().stream()
                .sorted()
                .map(AddressFamilyId::of)
                .map(FamilyConfig::of)
                .map(each ->
                        overV6 && each.family().equals(AddressFamilyId.IPV4_UNICAST) ? each.withIpv6NextHop() : each)
                .toList();
        AddressFamilyId[] ids = families.stream().map(FamilyConfig::family).toArray(AddressFamilyId[]::new);
        SessionConfig session = SessionConfig.of(router.asn(), router.routerId(), new RemoteAs.Exactly(remoteAs), ids)
                .withFamilies(families.toArray(FamilyConfig[]::new));
        return new SpeakerPeer(new PeerConfig(name, session, transport), group, RouteOptions.DEFAULT);
    }

    public SpeakerPeer with(SessionConfig session) {
        return new SpeakerPeer(new PeerConfig(peer.name(), session, peer.transport()), group, routes, bfd);
    }

    public SpeakerPeer with(TransportConfig transport) {
        return new SpeakerPeer(new PeerConfig(peer.name(), peer.session(), transport), group, routes, bfd);
    }

    public SpeakerPeer with(PeerGroup changed) {
        return new SpeakerPeer(peer, changed, routes, bfd);
    }

    public SpeakerPeer with(RouteOptions changed) {
        return new SpeakerPeer(peer, group, changed, bfd);
    }

    /** Watched by BFD from the first time the session is up. */
    public SpeakerPeer with(BfdRequest changed) {
        return new SpeakerPeer(peer, group, routes, changed);
    }

    /** Sends only what the peer wants by route targets, and says what we want (RFC 4684), where the peer knows that too. */
    public SpeakerPeer withRouteTargetConstraint() {
        List<FamilyConfig> families = new ArrayList<>(peer.session().families());
        families.add(FamilyConfig.of(AddressFamilyId.ROUTE_TARGET));
        return with(peer.session().withFamilies(families.toArray(FamilyConfig[]::new)));
    }

    /** Whether a connection from there is this peer's. */
    boolean isAt(IpAddress remote, String networkInterface) {
        String scope = peer.transport().networkInterface();
        return peer.transport().address().equals(remote)
                && (scope == null || networkInterface.isEmpty() || scope.equals(networkInterface));
    }

    String name() {
        return peer.name();
    }
}
