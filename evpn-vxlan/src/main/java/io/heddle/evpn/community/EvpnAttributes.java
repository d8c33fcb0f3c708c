package io.heddle.evpn.community;

import io.heddle.bgp.attribute.AttributeSet;
import io.heddle.bgp.attribute.Carried;
import io.heddle.bgp.attribute.ExtendedCommunity;
import io.heddle.bgp.attribute.NextHop;
import io.heddle.bgp.attribute.RawAttribute;
import io.heddle.bgp.wire.Decoded;
import io.heddle.model.net.IpAddress;
import io.heddle.model.net.Mac;
import io.heddle.model.net.RouteTarget;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What the receivers of an EVPN route go by.
 *
 * @param nextHop the VTEP; absent while the speaker itself is to be put there
 * @param targets sorted, without doubles
 * @param communities the others that have a meaning here, in the order of their octets
 */
public record EvpnAttributes(
        Optional<IpAddress> nextHop,
        List<RouteTarget> targets,
        List<EvpnCommunity> communities,
        Optional<PmsiTunnel> tunnel) {

    public EvpnAttributes {
        targets = targets.stream().sorted().distinct().toList();
        communities = communities.stream()
                .sorted(Comparator.comparing(EvpnCommunity::encoded))
                .distinct()
                .toList();
    }

    /** Of a VXLAN route: the encapsulation is added (RFC 8365 section 5.1.3). */
    public static EvpnAttributes vxlan(IpAddress vtep, List<RouteTarget> targets, EvpnCommunity... others) {
        List<EvpnCommunity> all = new ArrayList<>(List.of(others));
        all.add(EvpnCommunity.Encapsulation.VXLAN);
        return new EvpnAttributes(Optional.of(vtep), targets, all, Optional.empty());
    }

    /** With the tunnel that a type 3 route needs. */
    public EvpnAttributes withTunnel(PmsiTunnel added) {
        return new EvpnAttributes(nextHop, targets, communities, Optional.of(added));
    }

    /** What is understood of a received set. A PMSI tunnel that cannot be read counts as missing. */
    public static EvpnAttributes of(AttributeSet set) {
        List<RouteTarget> targets = new ArrayList<>();
        List<EvpnCommunity> communities = new ArrayList<>();
        for (ExtendedCommunity each : set.extendedCommunities()) {
            each.routeTarget().ifPresent(targets::add);
            EvpnCommunity.of(each).ifPresent(communities::add);
        }
        return new EvpnAttributes(
                set.nextHop().map(NextHop::address),
                targets,
                communities,
                set.carried().other(PmsiTunnel.ATTRIBUTE_TYPE).flatMap(EvpnAttributes::tunnel));
    }

    private static Optional<PmsiTunnel> tunnel(RawAttribute attribute) {
        return switch (PmsiTunnel.decode(attribute.value())) {
            case Decoded.Ok<PmsiTunnel> ok -> Optional.of(ok.value());
            case Decoded.Malformed<PmsiTunnel> _ -> Optional.empty();
        };
    }

    /** {@code base} with these in the place of its next hop, extended communities and PMSI tunnel. */
    public AttributeSet into(AttributeSet base) {
        List<ExtendedCommunity> extended = new ArrayList<>();
        targets.forEach(each -> extended.add(ExtendedCommunity.of(each)));
        communities.forEach(each -> extended.add(each.encoded()));
        extended.sort(null);
        Carried carried = base.carried();
        List<RawAttribute> others = new ArrayList<>(carried.others());
        others.removeIf(each -> each.type() == PmsiTunnel.ATTRIBUTE_TYPE);
        tunnel.ifPresent(each -> others.add(each.encoded()));
        others.sort(Comparator.comparingInt(RawAttribute::type));
        return base.withNextHop(nextHop.map(NextHop::of).orElse(null))
                .withExtendedCommunities(extended)
                .withCarried(
                        new Carried(carried.aggregator(), carried.atomicAggregate(), carried.onlyToCustomer(), others));
    }

    /** The first community of a kind. */
    public <C extends EvpnCommunity> Optional<C> community(Class<C> kind) {
        return communities.stream().filter(kind::isInstance).map(kind::cast).findFirst();
    }

    /**
     * RFC 7432 section 7.7: 0 where the route has none. Of several, the highest counts (section 15 leaves it open; the order of
     * communities means nothing).
     */
    public EvpnCommunity.MacMobility mobility() {
        EvpnCommunity.MacMobility highest = EvpnCommunity.MacMobility.NEVER;
        boolean found = false;
        // Asked once a route: no stream.
        for (EvpnCommunity each : communities) {
            if (each instanceof EvpnCommunity.MacMobility mobility
                    && (!found || mobility.sequence() > highest.sequence())) {
                highest = mobility;
                found = true;
            }
        }
        return highest;
    }

    public Optional<Mac> routerMac() {
        return community(EvpnCommunity.RouterMac.class).map(EvpnCommunity.RouterMac::mac);
    }

    /** Whether the route may be used over VXLAN: it says so, or says nothing (RFC 8365 section 5.1.3 leaves that to configuration). */
    public boolean isVxlan() {
        boolean says = false;
        for (EvpnCommunity each : communities) {
            if (each instanceof EvpnCommunity.Encapsulation encapsulation) {
                if (encapsulation.equals(EvpnCommunity.Encapsulation.VXLAN)) {
                    return true;
                }
                says = true;
            }
        }
        return !says;
    }
}
