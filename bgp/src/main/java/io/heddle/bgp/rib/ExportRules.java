package io.heddle.bgp.rib;

import io.heddle.bgp.attribute.AttributeSet;
import io.heddle.bgp.attribute.Carried;
import io.heddle.bgp.attribute.NextHop;
import io.heddle.bgp.attribute.PathAttributes;
import io.heddle.bgp.decision.RouteSourceKind;
import io.heddle.bgp.policy.RouteFacts;
import io.heddle.bgp.propagation.Passage;
import io.heddle.bgp.propagation.RouteExport;
import io.heddle.bgp.wire.AddressFamilyId;
import io.heddle.bgp.wire.Role;
import io.heddle.model.config.BgpConfig;
import io.heddle.model.config.PeerGroup;
import org.jspecify.annotations.Nullable;

/** What becomes of a route that is sent to the members of an update group; without next hop where it is each member's own address. */
final class ExportRules implements RouteRules {

    private final BgpConfig router;
    private final GroupKey key;
    private final boolean asksForPrefix;

    ExportRules(BgpConfig router, GroupKey key) {
        this.router = router;
        this.key = key;
        asksForPrefix = RouteRules.asksForPrefix(key.peers().exportPolicy());
    }

    @Override
    public boolean asksForPrefix() {
        return asksForPrefix;
    }

    @Override
    public Outcome apply(AttributeSet route, RouteSource from, RouteFacts facts) {
        PeerGroup peers = key.peers();
        boolean external = key.options().external();
        boolean originated = from.kind() == RouteSourceKind.ORIGINATED;
        if (leaks(route, external)) {
            return new Outcome.Stopped("ONLY_TO_CUSTOMER set, and the peer is no customer (RFC 9234 section 5)");
        }
        if (!key.longLived() && route.core().has(AttributeTable.LLGR_STALE)) {
            return new Outcome.Stopped(
                    "LLGR_STALE, and the peer does not know long-lived routes (RFC 9494 section 4.3)");
        }
        RouteExport.Best best = new RouteExport.Best(
                route.core(), from.kind(), from.client(), originated ? router.routerId() : from.routerId());
        Passage passage = key.routes().routeServerClient() && external
                ? RouteExport.applyTransparently(best, router, peers, facts)
                : RouteExport.apply(best, router, peers, external, facts);
        if (key.echoes() && passage instanceof Passage.Passed passed) {
            // As our own, so that the client it came from does not take it for a loop.
            return send(route.withNextHop(null), passed.attributes().originatedBy(router.routerId()), external);
        }
        return switch (passage) {
            case Passage.Stopped stopped -> new Outcome.Stopped(stopped.reason());
            case Passage.Passed passed -> send(route, passed.attributes(), external);
        };
    }

    private Outcome send(AttributeSet route, PathAttributes core, boolean external) {
        AttributeSet sent = new AttributeSet(
                core,
                nextHop(route, external),
                route.extendedCommunities(),
                route.largeCommunities(),
                carried(route, external));
        sent = external ? sent.leavingAs() : sent;
        NextHop nextHop = sent.nextHop().orElse(null);
        if (nextHop == null ? !key.carriesOwnAddress() : !key.carries(nextHop)) {
            return new Outcome.Stopped((nextHop == null ? "own address" : "next hop " + nextHop)
                    + " is of a family the peer does not take (RFC 8950)");
        }
        return new Outcome.Passed(sent);
    }

    private @Nullable NextHop nextHop(AttributeSet route, boolean external) {
        // RFC 8365 section 5.1.3: the next hop of an EVPN route is the tunnel's end, which no router on the way may
        // replace. FRR does not
        // either, whatever it is told for the unicast families of the same group.
        boolean self = !key.family().equals(AddressFamilyId.L2VPN_EVPN)
                && switch (key.peers().nextHop()) {
                    case SELF -> true;
                    case UNCHANGED -> false;
                    case STANDARD -> external && !key.routes().routeServerClient();
                };
        NextHop learned = route.nextHop().orElse(null);
        if (self || learned == null) {
            return null;
        }
        // A link-local address means nothing beyond the link it came from (RFC 2545 section 3).
        return learned.linkLocal() == null ? learned : NextHop.of(learned.address());
    }

    /** RFC 9234 section 5: towards customers, peers and route server clients the mark is put on; a marked route goes to customers only. */
    private Carried carried(AttributeSet route, boolean external) {
        Carried carried = route.carried();
        Role own = key.role();
        if (!external || own == null || carried.onlyToCustomer() != Carried.NO_OTC) {
            return carried;
        }
        return switch (own) {
            case PROVIDER, PEER, ROUTE_SERVER ->
                new Carried(
                        carried.aggregator(),
                        carried.atomicAggregate(),
                        router.asn().value(),
                        carried.others());
            case CUSTOMER, ROUTE_SERVER_CLIENT -> carried;
        };
    }

    private boolean leaks(AttributeSet route, boolean external) {
        Role own = key.role();
        if (!external || own == null || route.carried().onlyToCustomer() == Carried.NO_OTC) {
            return false;
        }
        return switch (own) {
            case CUSTOMER, PEER, ROUTE_SERVER_CLIENT -> true;
            case PROVIDER, ROUTE_SERVER -> false;
        };
    }
}
