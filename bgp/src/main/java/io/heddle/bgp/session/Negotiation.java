package io.heddle.bgp.session;

import io.heddle.bgp.attribute.Octets;
import io.heddle.bgp.wire.AddressFamilyId;
import io.heddle.bgp.wire.BgpMessage;
import io.heddle.bgp.wire.Capability;
import io.heddle.bgp.wire.Decoded;
import io.heddle.bgp.wire.NotificationReason;
import io.heddle.model.net.Asn;
import java.util.Collections;
import java.util.List;
import java.util.SequencedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The peer's OPEN judged against our settings (RFC 4271 section 6.2), and what both allow. */
final class Negotiation {

    private Negotiation() {}

    static Decoded<Negotiated> of(SessionConfig config, BgpMessage.Open open) {
        Asn peerAs = PeerAs.of(open);
        if (peerAs == null) {
            return refused(NotificationReason.BAD_PEER_AS, "RFC 7607 section 2, RFC 7300");
        }
        if (!config.remoteAs().accepts(peerAs, config.localAs())) {
            return refused(NotificationReason.BAD_PEER_AS, "RFC 4271 section 6.2, AS " + peerAs);
        }
        boolean external = !peerAs.equals(config.localAs());
        if (!external && open.identifier().equals(config.routerId())) {
            return refused(NotificationReason.BAD_BGP_IDENTIFIER, "RFC 6286 section 2.2");
        }
        if (external && !Roles.agree(config, open)) {
            return refused(NotificationReason.ROLE_MISMATCH, "RFC 9234 section 4.2");
        }
        SequencedSet<AddressFamilyId> families = families(config, open);
        List<AddressFamilyId> missing = config.families().stream()
                .filter(each -> !families.contains(each.family()) && (each.required() || families.isEmpty()))
                .map(FamilyConfig::family)
                .toList();
        if (!missing.isEmpty()) {
            return new Decoded.Malformed<>(
                    NotificationReason.UNSUPPORTED_CAPABILITY, capabilities(missing), "RFC 5492 section 5");
        }
        return new Decoded.Ok<>(both(config, open, peerAs, external, families));
    }

    private static Negotiated both(
            SessionConfig config,
            BgpMessage.Open open,
            Asn peerAs,
            boolean external,
            SequencedSet<AddressFamilyId> families) {
        RestartConfig ownRestart = config.restart();
        Capability.@Nullable GracefulRestart restart = ownRestart == null
                ? null
                : open.capability(Capability.GracefulRestart.class).orElse(null);
        RoleConfig role = config.role();
        boolean extended = config.features().contains(Feature.EXTENDED_MESSAGES);
        boolean refresh = config.features().contains(Feature.ROUTE_REFRESH) && has(open, Capability.RouteRefresh.class);
        return new Negotiated(
                peerAs,
                open.identifier(),
                external,
                Math.min(config.timers().holdTime(), open.holdTime()),
                families,
                config.features().contains(Feature.FOUR_OCTET_AS) && has(open, Capability.FourOctetAs.class),
                // RFC 8654 section 4: each direction by itself; who receives says so.
                extended && has(open, Capability.ExtendedMessage.class),
                extended,
                only(families, each -> own(config, each).addPathSend() && AddPathOffer.receives(open, each)),
                only(families, each -> own(config, each).addPathReceive() && AddPathOffer.sends(open, each)),
                only(families, each -> own(config, each).ipv6NextHop() && takesIpv6NextHop(open, each)),
                refresh,
                refresh
                        && config.features().contains(Feature.ENHANCED_ROUTE_REFRESH)
                        && has(open, Capability.EnhancedRouteRefresh.class),
                restart,
                // RFC 9494 section 3: without the graceful restart capability it is ignored.
                restart == null
                        ? null
                        : open.capability(Capability.LongLivedGracefulRestart.class)
                                .orElse(null),
                restart != null && ownRestart != null && ownRestart.notification() && restart.notification(),
                external && role != null ? Roles.announced(open) : null);
    }

    private static FamilyConfig own(SessionConfig config, AddressFamilyId family) {
        return config.family(family).orElseThrow();
    }

    /** A peer that announces no family speaks IPv4 unicast (RFC 4760 section 8 with RFC 4271). */
    private static SequencedSet<AddressFamilyId> families(SessionConfig config, BgpMessage.Open open) {
        List<AddressFamilyId> announced = open.capabilities().stream()
                .filter(Capability.Multiprotocol.class::isInstance)
                .map(each -> ((Capability.Multiprotocol) each).family())
                .toList();
        List<AddressFamilyId> theirs = announced.isEmpty() ? List.of(AddressFamilyId.IPV4_UNICAST) : announced;
        SequencedSet<AddressFamilyId> both = new TreeSet<>();
        config.families().stream()
                .map(FamilyConfig::family)
                .filter(theirs::contains)
                .forEach(both::add);
        return Collections.unmodifiableSequencedSet(both);
    }

    private static SequencedSet<AddressFamilyId> only(
            SequencedSet<AddressFamilyId> families, Predicate<AddressFamilyId> wanted) {
        SequencedSet<AddressFamilyId> chosen = new TreeSet<>();
        families.stream().filter(wanted).forEach(chosen::add);
        return Collections.unmodifiableSequencedSet(chosen);
    }

    private static boolean takesIpv6NextHop(BgpMessage.Open open, AddressFamilyId family) {
        return open.capability(Capability.ExtendedNextHop.class)
                .map(Capability.ExtendedNextHop::pairs)
                .orElse(List.of())
                .contains(new Capability.ExtendedNextHop.Pair(family, AddressFamilyId.AFI_IPV6));
    }

    private static boolean has(BgpMessage.Open open, Class<? extends Capability> kind) {
        return open.capabilities().stream().anyMatch(kind::isInstance);
    }

    /** The capabilities that were missed, as they stand in an OPEN (RFC 5492 section 5). */
    private static Octets capabilities(List<AddressFamilyId> families) {
        byte[] data = new byte[6 * families.size()];
        int at = 0;
        for (AddressFamilyId each : families) {
            data[at] = Capability.MULTIPROTOCOL;
            data[at + 1] = 4;
            data[at + 2] = (byte) (each.afi() >> 8);
            data[at + 3] = (byte) each.afi();
            data[at + 5] = (byte) each.safi();
            at += 6;
        }
        return Octets.of(data);
    }

    private static Decoded<Negotiated> refused(NotificationReason reason, String section) {
        return new Decoded.Malformed<>(reason, Octets.EMPTY, section);
    }
}
