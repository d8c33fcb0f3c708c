package io.heddle.test.reference;

import io.heddle.model.config.Community;
import io.heddle.model.config.Origination;
import io.heddle.model.fabric.DeviceName;
import io.heddle.model.net.Asn;
import io.heddle.model.net.IpAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** What a router tells a peer of its best route (rule 5.5). */
final class Export {

    private Export() {}

    static Optional<BgpRoute> send(Candidate best, Session to, Destination destination) {
        if (best.from().filter(to::equals).isPresent()
                || best.route().communities().contains(Community.NO_ADVERTISE)
                || (!to.isInternal() && best.route().communities().contains(Community.NO_EXPORT))
                || (best.isInternal() && to.isInternal() && !mayReflect(best, to))
                || isSuppressed(to.self(), destination)) {
            return Optional.empty();
        }
        Asn ownAs = to.self().bgp().asn();
        return new PolicyRun(to.group().exportPolicy(), destination, ownAs, best.isOwn())
                .apply(best.route())
                .map(accepted -> to.isInternal()
                        ? internal(best, accepted.route(), to, destination)
                        : external(best, accepted, to, destination));
    }

    /** RFC 4456 section 6: from a client to all, from a non-client to clients. */
    private static boolean mayReflect(Candidate best, Session to) {
        return best.from().orElseThrow().group().routeReflectorClient()
                || to.group().routeReflectorClient();
    }

    /** Section 3: inside an aggregate that is summary-only. It is active, since the router holds this very prefix. */
    private static boolean isSuppressed(Router router, Destination destination) {
        return destination instanceof Destination.Unicast(var prefix)
                && router.bgp().originations().stream()
                        .anyMatch(each -> each instanceof Origination.Aggregate aggregate
                                && aggregate.summaryOnly()
                                && aggregate.prefix().contains(prefix)
                                && !aggregate.prefix().equals(prefix));
    }

    private static BgpRoute internal(Candidate best, BgpRoute route, Session to, Destination destination) {
        BgpRoute sent = route.withNextHop(nextHop(best, route, to, destination));
        if (!best.isInternal()) {
            return sent;
        }
        IpAddress originator = route.originatorId()
                .orElseGet(() -> best.from().orElseThrow().peer().bgp().routerId());
        List<IpAddress> clusters = new ArrayList<>(List.of(to.self().bgp().routerId()));
        clusters.addAll(route.clusterList());
        return sent.withReflection(Optional.of(originator), clusters);
    }

    private static BgpRoute external(Candidate best, PolicyRun.Accepted accepted, Session to, Destination destination) {
        BgpRoute route = accepted.route();
        OptionalLong med = best.isOwn() || accepted.medSet() ? route.med() : OptionalLong.empty();
        return route.prepended(to.self().bgp().asn(), 1)
                .withLocalPref(BgpRoute.DEFAULT_LOCAL_PREF)
                .withMed(med)
                .withReflection(Optional.empty(), List.of())
                .withNextHop(nextHop(best, route, to, destination));
    }

    private static DeviceName nextHop(Candidate best, BgpRoute route, Session to, Destination destination) {
        DeviceName self = to.self().name();
        // Rule 6.2: EVPN routes keep their next hop, which is a VTEP, whatever the mode.
        if (best.isOwn() || destination instanceof Destination.Evpn) {
            return route.nextHop();
        }
        return switch (to.group().nextHop()) {
            case STANDARD -> to.isInternal() ? route.nextHop() : self;
            case SELF -> self;
            case UNCHANGED -> route.nextHop();
        };
    }
}
