package io.heddle.simulator.stable;

import io.heddle.bgp.attribute.PathAttributes;
import io.heddle.bgp.decision.RouteSourceKind;
import io.heddle.bgp.decision.Selection;
import io.heddle.bgp.propagation.Passage;
import io.heddle.bgp.propagation.RouteImport;
import io.heddle.model.config.AddressFamily;
import io.heddle.model.net.IpFamily;
import io.heddle.model.tables.NextHop;
import io.heddle.model.tables.RouteSource;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a core router makes of what its peers send: imports it (rule 5.1), judges its next hop (5.4). For one thread. */
final class Reception {

    private final CoreGraph core;
    private final Outgoing outgoing;
    private final ClassFacts facts;
    private final NextHops nextHops;
    private final GroupMemo groupMemo;
    /** Per core router: the session over which the route it sends came, to which it is not sent back. */
    private final int[] sentFrom;

    private RouteClass routeClass;
    private boolean stubIsThirdParty;

    Reception(
            CoreGraph core,
            Outgoing outgoing,
            ClassFacts facts,
            NextHops nextHops,
            HopGroups[] groups,
            RouteClass any) {
        this.core = core;
        this.outgoing = outgoing;
        this.facts = facts;
        this.nextHops = nextHops;
        groupMemo = new GroupMemo(core, groups);
        sentFrom = new int[core.routers.length];
        routeClass = any;
    }

    void clear(RouteClass solved) {
        routeClass = solved;
        stubIsThirdParty = false;
        Arrays.fill(sentFrom, Choices.NO_SESSION);
    }

    /** The session over which the route that a router sends came. */
    int sentFrom(int u) {
        return sentFrom[u];
    }

    void setSentFrom(int u, int session) {
        sentFrom[u] = session;
    }

    /** Whether a stub's address was seen as the next hop of a route that another router sent. */
    boolean stubIsThirdParty() {
        return stubIsThirdParty;
    }

    /** Offers what comes over a session, if it is acceptable and usable. */
    void offer(int s, Selection selection) {
        int g = core.group[s];
        if (outgoing.isSilent(g)
                || (core.families[s] >> routeClass.family().ordinal() & 1) == 0
                || sentFrom[core.from[s]] == core.reverse[s]
                || core.transparent[s] && !selection.isOpenTo(outgoing.preference(g))) {
            return;
        }
        PathAttributes attributes = accepted(s);
        if (attributes != null && (goesToPeer(s) || !adjacency(s).isEmpty())) {
            Session session = core.sessions[s];
            selection.offer(
                    attributes,
                    core.external[s] ? RouteSourceKind.EXTERNAL : RouteSourceKind.INTERNAL,
                    session.from().routerId(),
                    session.rank(),
                    s);
        }
    }

    /** What comes over a session after loop checks and import policy; null if nothing does. */
    @Nullable
    PathAttributes accepted(int s) {
        PathAttributes attributes = outgoing.attributes(core.group[s]);
        if (attributes == null) {
            return null;
        }
        Session session = core.sessions[s];
        if (core.transparent[s]) {
            return RouteImport.loops(attributes, session.to().bgp(), core.allowOwnAs[s], core.external[s])
                    ? null
                    : attributes;
        }
        return RouteImport.apply(
                                attributes,
                                session.to().bgp(),
                                session.received().group(),
                                core.external[s],
                                facts.originatedHere(false))
                        instanceof Passage.Passed passed
                ? passed.attributes()
                : null;
    }

    /** The NEXT_HOP of what comes over a session, as a router number. */
    int nextHop(int s) {
        return core.from[s] < 0 ? core.sessions[s].from().number() : outgoing.nextHop(core.group[s]);
    }

    /**
     * Whether a route over a session is forwarded to the peer: unless it is an iBGP route that names another router. Next hops of EVPN routes are
     * VTEPs, judged where they are imported (rule 6.2).
     */
    private boolean goesToPeer(int s) {
        return core.external[s]
                || nextHop(s) == core.sessions[s].from().number()
                || routeClass.family() == AddressFamily.L2VPN_EVPN;
    }

    private List<NextHop> adjacency(int s) {
        Router nextHop = core.graph.routers().get(outgoing.nextHop(core.group[s]));
        stubIsThirdParty |= nextHop.stub();
        IpFamily family = routeClass.family() == AddressFamily.IPV6_UNICAST ? IpFamily.IPV6 : IpFamily.IPV4;
        return core.graph.adjacency(core.sessions[s].to(), nextHop, family);
    }

    /** The number of a router's group in the forwarding table. */
    int groupNumber(int v, Choices choices) {
        RouteSource source =
                choices.source(v) == RouteSourceKind.EXTERNAL ? RouteSource.BGP_EXTERNAL : RouteSource.BGP_INTERNAL;
        groupMemo.clear();
        for (int i = 0; i < choices.groupSize(v); i++) {
            int s = choices.groupSession(v, i);
            if (core.from[s] < 0) {
                groupMemo.add(routeClass.stub() == null ? s : -1 - core.positionAmongStubSessions(s));
            } else if (goesToPeer(s)) {
                groupMemo.add(s - core.firstInto[v]);
            } else {
                adjacency(s).forEach(each -> groupMemo.add(nextHops.number(each)));
            }
        }
        return groupMemo.number(v, source);
    }
}
