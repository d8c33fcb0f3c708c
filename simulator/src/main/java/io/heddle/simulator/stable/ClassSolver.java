package io.heddle.simulator.stable;

import io.heddle.bgp.attribute.Origin;
import io.heddle.bgp.attribute.PathAttributes;
import io.heddle.bgp.decision.Preference;
import io.heddle.bgp.decision.RouteSourceKind;
import io.heddle.bgp.decision.Selection;
import io.heddle.bgp.propagation.Passage;
import io.heddle.bgp.propagation.RouteExport;
import io.heddle.bgp.propagation.RouteImport;
import io.heddle.model.config.AddressFamily;
import io.heddle.model.config.PeerGroup;
import io.heddle.model.net.IpAddress;
import io.heddle.model.net.IpFamily;
import io.heddle.model.tables.NextHop;
import io.heddle.model.tables.RouteSource;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The fixed point of one {@link RouteClass} over the core (rule 5.7): all routers compute at once, round by round, each from what its peers
 * sent in the round before. A router computes again only when something that could matter to it has changed, which gives the same rounds.
 * Scratch space for one thread, reused from class to class.
 */
final class ClassSolver {

    private static final int MAX_ROUNDS = 1_000;

    private static final int ORIGINATED = -1;
    private static final int NO_SESSION = -2;

    private final CoreGraph core;
    private final NextHops nextHops;
    private final HopGroups[] groups;
    private final SummaryAggregates summaries;
    private final ClassFacts facts;
    private final Selection selection = new Selection();

    /** Per core router: the best route, how it is preferred, and the session it came over. */
    private final @Nullable PathAttributes[] best;

    private final RouteSourceKind[] bestSource;
    private final long[] bestPreference;
    private final int[] bestSession;
    /** The NEXT_HOP of the best route, as a router number. */
    private final int[] bestNextHop;

    private final int[][] hops;
    private final int[] hopCount;
    /** Whether a session's route is in its receiver's group. */
    private final boolean[] inUse;

    /** Per update group: what its members receive, and its NEXT_HOP as a router number. */
    private final @Nullable PathAttributes[] sent;

    private final int[] sentNextHop;
    /** Per core router: the session over which the route it sends came, to which it is not sent back. */
    private final int[] sentFrom;

    private int[] dirty;
    private int dirtyCount;
    private final boolean[] isDirty;
    private int[] changed;

    private RouteClass routeClass;
    private BitSet activeAggregates = new BitSet();
    private @Nullable StubRoutes stubs;
    private int round;
    private boolean anyMed;
    private boolean stubIsThirdParty;

    ClassSolver(
            CoreGraph core,
            NextHops nextHops,
            HopGroups[] groups,
            SummaryAggregates summaries,
            PrefixLists lists,
            RouteClass any) {
        this.core = core;
        this.nextHops = nextHops;
        this.groups = groups;
        this.summaries = summaries;
        facts = new ClassFacts(lists, any);
        routeClass = any;
        int routers = core.routers.length;
        best = new PathAttributes[routers];
        bestSource = new RouteSourceKind[routers];
        bestPreference = new long[routers];
        bestSession = new int[routers];
        bestNextHop = new int[routers];
        hops = new int[routers][8];
        hopCount = new int[routers];
        inUse = new boolean[core.sessions.length];
        sent = new PathAttributes[core.groupPeers.size()];
        sentNextHop = new int[core.groupPeers.size()];
        sentFrom = new int[routers];
        dirty = new int[routers];
        isDirty = new boolean[routers];
        changed = new int[routers];
    }

    /** How solving a class ended. */
    enum Outcome {
        SOLVED,
        OSCILLATES,
        /** A stub's address is a third-party next hop: the class cannot be shared between stubs. */
        NOT_SHAREABLE
    }

    /**
     * Solves a class.
     *
     * @param active for a class with an aggregate: the core routers on which it is active
     * @param row filled with the number of each core router's group, see {@link HopGroups}
     */
    Outcome solve(RouteClass solved, BitSet active, int[] row) {
        reset(solved, active);
        for (Originator each : solved.originators()) {
            if (core.coreOf[each.router().number()] >= 0) {
                markDirty(core.coreOf[each.router().number()]);
            }
        }
        for (round = 1; dirtyCount > 0 || round <= 2 && stubs != null; round++) {
            if (round > MAX_ROUNDS) {
                Arrays.fill(row, HopGroups.NONE);
                return Outcome.OSCILLATES;
            }
            if (round == 2 && stubs != null) {
                stubs.receivers().forEach(this::markDirty);
            }
            int changes = computeAll();
            for (int i = 0; i < changes; i++) {
                send(changed[i]);
            }
        }
        for (int v = 0; v < row.length; v++) {
            row[v] = best[v] == null
                    ? HopGroups.NONE
                    : bestSource[v] == RouteSourceKind.ORIGINATED ? HopGroups.ORIGINATED : groupNumber(v);
        }
        return stubIsThirdParty && solved.stub() != null ? Outcome.NOT_SHAREABLE : Outcome.SOLVED;
    }

    private void reset(RouteClass solved, BitSet active) {
        routeClass = solved;
        activeAggregates = active;
        facts.about(solved);
        Arrays.fill(best, null);
        Arrays.fill(bestSession, NO_SESSION);
        Arrays.fill(sentFrom, NO_SESSION);
        Arrays.fill(hopCount, 0);
        Arrays.fill(inUse, false);
        Arrays.fill(sent, null);
        Arrays.fill(isDirty, false);
        dirtyCount = 0;
        stubIsThirdParty = false;
        stubs = StubRoutes.of(solved, core, facts);
        anyMed = stubs != null && stubs.anyMed();
    }

    private void markDirty(int v) {
        if (!isDirty[v]) {
            isDirty[v] = true;
            dirty[dirtyCount++] = v;
        }
    }

    /** Recomputes the dirty routers from what was sent before this round, and leaves in {@code changed} those whose best changed. */
    private int computeAll() {
        int[] computed = dirty;
        int count = dirtyCount;
        dirty = changed;
        dirtyCount = 0;
        int changes = 0;
        for (int i = 0; i < count; i++) {
            isDirty[computed[i]] = false;
            if (compute(computed[i])) {
                computed[changes++] = computed[i];
            }
        }
        changed = computed;
        return changes;
    }

    private boolean compute(int v) {
        selection.clear();
        boolean sendsDefault = offerOwn(v);
        if (stubs != null && round >= 2) {
            stubs.offer(v, selection, core);
        }
        offerReceived(v);
        for (int i = 0; i < hopCount[v]; i++) {
            inUse[hops[v][i]] = false;
        }
        hopCount[v] = 0;
        Router router = core.routers[v];
        int chosen = selection.decide(router.bgp().maxPaths(), router.bgp().multipathRelax());
        if (chosen == Selection.NONE && selection.groupSize() == 0) {
            boolean had = best[v] != null;
            best[v] = null;
            bestSession[v] = NO_SESSION;
            return had || sendsDefault && round == 1;
        }
        RouteSourceKind source = selection.bestSource();
        PathAttributes attributes = selection.bestAttributes();
        boolean originated = source == RouteSourceKind.ORIGINATED;
        int session = originated ? ORIGINATED : chosen;
        int nextHop = originated ? router.number() : receivedNextHop(session);
        if (!originated) {
            takeGroup(v);
        }
        boolean same =
                best[v] != null && bestSession[v] == session && bestNextHop[v] == nextHop && attributes.equals(best[v]);
        best[v] = attributes;
        bestSource[v] = source;
        bestPreference[v] = Preference.of(attributes, source);
        bestSession[v] = session;
        bestNextHop[v] = nextHop;
        return !same || sendsDefault && round == 1;
    }

    /** Offers what the router originates; answers whether it sends a default route that is not its own. */
    private boolean offerOwn(int v) {
        boolean sendsDefault = false;
        for (Originator each : routeClass.originators()) {
            if (core.coreOf[each.router().number()] == v) {
                switch (each.kind()) {
                    case OWN -> offerOriginated(each.origin());
                    case DEFAULT -> sendsDefault = true;
                    case AGGREGATE -> {
                        if (activeAggregates.get(v)) {
                            offerOriginated(each.origin());
                        }
                    }
                }
            }
        }
        return sendsDefault;
    }

    private void offerOriginated(Origin origin) {
        selection.offer(PathAttributes.originated(origin), RouteSourceKind.ORIGINATED, 0, 0, ORIGINATED);
    }

    private void offerReceived(int v) {
        Router router = core.routers[v];
        int family = routeClass.family().ordinal();
        for (int s = core.firstInto[v]; s < core.firstInto[v + 1]; s++) {
            PathAttributes attributes = sent[core.group[s]];
            if (attributes == null
                    || (core.families[s] >> family & 1) == 0
                    || sentFrom[core.from[s]] == core.reverse[s]) {
                continue;
            }
            RouteSourceKind source = core.external[s] ? RouteSourceKind.EXTERNAL : RouteSourceKind.INTERNAL;
            if (core.transparent[s]) {
                if (!selection.isOpenTo(Preference.of(attributes, source))
                        || RouteImport.loops(
                                attributes,
                                router.bgp(),
                                core.sessions[s].received().group().allowOwnAs(),
                                core.external[s])) {
                    continue;
                }
            } else {
                attributes = imported(s, attributes);
                if (attributes == null) {
                    continue;
                }
            }
            if (isUsable(v, s)) {
                Session session = core.sessions[s];
                selection.offer(attributes, source, session.from().routerId(), session.rank(), s);
            }
        }
    }

    private @Nullable PathAttributes imported(int s, PathAttributes attributes) {
        Session session = core.sessions[s];
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

    /** Rule 5.4: the next hop of an iBGP route must be the peer, or adjacent. */
    private boolean isUsable(int v, int s) {
        return goesToPeer(s) || !adjacency(v, s).isEmpty();
    }

    /** Rule 6.2: next hops of EVPN routes are VTEPs, judged where they are imported. */
    private boolean goesToPeer(int s) {
        return core.external[s] || isPeers(s) || routeClass.family() == AddressFamily.L2VPN_EVPN;
    }

    private int receivedNextHop(int s) {
        return core.from[s] < 0 ? core.sessions[s].from().number() : sentNextHop[core.group[s]];
    }

    private boolean isPeers(int s) {
        return receivedNextHop(s) == core.sessions[s].from().number();
    }

    private List<NextHop> adjacency(int v, int s) {
        Router nextHop = core.graph.routers().get(sentNextHop[core.group[s]]);
        stubIsThirdParty |= nextHop.stub();
        IpFamily family = routeClass.family() == AddressFamily.IPV6_UNICAST ? IpFamily.IPV6 : IpFamily.IPV4;
        return core.graph.adjacency(core.routers[v], nextHop, family);
    }

    private void takeGroup(int v) {
        int size = selection.groupSize();
        if (hops[v].length < size) {
            hops[v] = new int[size * 2];
        }
        for (int i = 0; i < size; i++) {
            hops[v][i] = selection.groupRoute(i);
            inUse[hops[v][i]] = true;
        }
        hopCount[v] = size;
    }

    /** Publishes what a router whose best route changed sends now, and marks whoever that could matter to. */
    private void send(int u) {
        boolean sendsDefault = false;
        for (Originator each : routeClass.originators()) {
            sendsDefault |= each.kind() == Originator.Kind.DEFAULT
                    && core.coreOf[each.router().number()] == u;
        }
        int cameOver = sendsDefault ? NO_SESSION : bestSession[u];
        if (cameOver != sentFrom[u]) {
            markSenderOf(sentFrom[u]);
            markSenderOf(cameOver);
            sentFrom[u] = cameOver;
        }
        RouteExport.Best route = sendsDefault ? defaultRoute(u) : bestOf(u);
        boolean silent = route == null || summaries.suppress(u, routeClass);
        for (int g : core.groupsOf[u]) {
            PeerGroup peers = core.groupPeers.get(g);
            boolean external = core.groupExternal.get(g);
            PathAttributes attributes = null;
            if (!silent
                    && route != null
                    && RouteExport.apply(
                                    route,
                                    core.routers[u].bgp(),
                                    peers,
                                    external,
                                    facts.originatedHere(route.source() == RouteSourceKind.ORIGINATED))
                            instanceof Passage.Passed passed) {
                attributes = passed.attributes();
            }
            int own = core.routers[u].number();
            int nextHop = sendsDefault || attributes == null
                    ? own
                    : switch (peers.nextHop()) {
                        case SELF -> own;
                        case UNCHANGED -> bestNextHop[u];
                        case STANDARD -> external ? own : bestNextHop[u];
                    };
            publish(g, attributes, nextHop);
        }
    }

    private RouteExport.Best defaultRoute(int u) {
        return new RouteExport.Best(
                PathAttributes.originated(Origin.IGP),
                RouteSourceKind.ORIGINATED,
                false,
                core.routers[u].bgp().routerId());
    }

    private RouteExport.@Nullable Best bestOf(int u) {
        PathAttributes attributes = best[u];
        if (attributes == null) {
            return null;
        }
        if (bestSource[u] == RouteSourceKind.ORIGINATED) {
            return new RouteExport.Best(
                    attributes,
                    RouteSourceKind.ORIGINATED,
                    false,
                    core.routers[u].bgp().routerId());
        }
        Session session = core.sessions[bestSession[u]];
        IpAddress from = session.from().bgp().routerId();
        return new RouteExport.Best(
                attributes, bestSource[u], session.received().group().routeReflectorClient(), from);
    }

    private void markSenderOf(int session) {
        if (session >= 0 && core.from[session] >= 0) {
            markDirty(core.from[session]);
        }
    }

    private void publish(int g, @Nullable PathAttributes attributes, int nextHop) {
        PathAttributes before = sent[g];
        if (before == null ? attributes == null : before.equals(attributes) && sentNextHop[g] == nextHop) {
            return;
        }
        anyMed |= attributes != null && attributes.med() > 0;
        sent[g] = attributes;
        sentNextHop[g] = nextHop;
        for (int s : core.groupSessions[g]) {
            if (!isDirty[core.to[s]] && matters(s, attributes)) {
                markDirty(core.to[s]);
            }
        }
    }

    /** Whether a new route over a session could change its receiver's choice; false only if it certainly does not. */
    private boolean matters(int s, @Nullable PathAttributes attributes) {
        int v = core.to[s];
        if (inUse[s] || anyMed) {
            return true;
        }
        if (attributes == null) {
            return false;
        }
        if (best[v] == null || !core.transparent[s]) {
            return true;
        }
        RouteSourceKind source = core.external[s] ? RouteSourceKind.EXTERNAL : RouteSourceKind.INTERNAL;
        return Preference.of(attributes, source) <= bestPreference[v]
                && !RouteImport.loops(
                        attributes,
                        core.routers[v].bgp(),
                        core.sessions[s].received().group().allowOwnAs(),
                        core.external[s]);
    }

    private int groupNumber(int v) {
        RouteSource source =
                bestSource[v] == RouteSourceKind.EXTERNAL ? RouteSource.BGP_EXTERNAL : RouteSource.BGP_INTERNAL;
        int[] numbers = new int[hopCount[v]];
        int count = 0;
        for (int i = 0; i < hopCount[v]; i++) {
            int s = hops[v][i];
            if (core.from[s] < 0) {
                numbers[count++] = routeClass.stub() == null ? s : -1 - positionAmongStubSessions(v, s);
            } else if (goesToPeer(s)) {
                numbers[count++] = s;
            } else {
                List<NextHop> adjacent = adjacency(v, s);
                numbers = Arrays.copyOf(numbers, numbers.length + adjacent.size());
                for (NextHop each : adjacent) {
                    numbers[count++] = nextHops.number(each);
                }
            }
        }
        return groups[v].number(source, numbers, count, (hopNumbers, stub) -> nextHops.of(v, hopNumbers, stub));
    }

    private int positionAmongStubSessions(int v, int session) {
        int position = 0;
        for (int s :
                core.stubSessions.getOrDefault(core.sessions[session].from().number(), List.of())) {
            if (s == session) {
                break;
            }
            if (core.to[s] == v) {
                position++;
            }
        }
        return position;
    }
}
