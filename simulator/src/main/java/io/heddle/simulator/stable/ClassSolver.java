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
    private final GroupMemo groupMemo;
    private final Cast cast;
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

    /** Per update group: what its members receive, as {@link Outgoing} keeps it. */
    private final Outgoing outgoing;

    /** Sessions over which something new arrived that could matter, by receiver. */
    private final int[][] arrived;

    private final int[] arrivedCount;
    /** Whether a router must look at all its sessions again, since something it used has changed. */
    private final boolean[] lostSome;
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
    /** A twin of which somebody could use what it sends for all: then they are not alike. -1 if there is none. */
    private int usedTwin;

    ClassSolver(
            CoreGraph core,
            Twins twins,
            NextHops nextHops,
            HopGroups[] groups,
            SummaryAggregates summaries,
            PrefixLists lists,
            RouteClass any) {
        this.core = core;
        this.nextHops = nextHops;
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
        outgoing = new Outgoing(core, facts);
        arrived = new int[routers][8];
        arrivedCount = new int[routers];
        lostSome = new boolean[routers];
        groupMemo = new GroupMemo(core, groups);
        cast = new Cast(core, twins);
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
     * Solves a class: first with one of each set of twins for all; each time that is seen to be wrong for a set, anew without it.
     *
     * @param active for a class with an aggregate: the core routers on which it is active
     * @param row filled with the number of each core router's group, see {@link HopGroups}
     */
    Outcome solve(RouteClass solved, BitSet active, int[] row) {
        reset(solved, active);
        cast.twins(solved, stubs);
        boolean settles = settle();
        while (usedTwin >= 0) {
            cast.setApart(usedTwin);
            reset(solved, active);
            settles = settle();
        }
        if (!settles) {
            Arrays.fill(row, HopGroups.NONE);
            return Outcome.OSCILLATES;
        }
        for (int v = 0; v < row.length; v++) {
            if (cast.computes(v)) {
                row[v] = best[v] == null
                        ? HopGroups.NONE
                        : bestSource[v] == RouteSourceKind.ORIGINATED ? HopGroups.ORIGINATED : groupNumber(v);
            }
        }
        for (int v = 0; v < row.length; v++) {
            row[v] = row[cast.computedBy(v)];
        }
        return stubIsThirdParty && solved.stub() != null ? Outcome.NOT_SHAREABLE : Outcome.SOLVED;
    }

    /** Runs the rounds; false if they do not end. Stops early when a twin is used. */
    private boolean settle() {
        for (Originator each : routeClass.originators()) {
            if (core.coreOf[each.router().number()] >= 0) {
                markForAll(core.coreOf[each.router().number()]);
            }
        }
        for (round = 1; (dirtyCount > 0 || round <= 2 && stubs != null) && usedTwin < 0; round++) {
            if (round > MAX_ROUNDS) {
                return false;
            }
            if (round == 2 && stubs != null) {
                stubs.receivers().forEach(this::markForAll);
            }
            int changes = computeAll();
            for (int i = 0; i < changes && usedTwin < 0; i++) {
                send(changed[i]);
            }
        }
        return true;
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
        Arrays.fill(bestPreference, Preference.WORST);
        Arrays.fill(arrivedCount, 0);
        Arrays.fill(lostSome, false);
        outgoing.clear();
        Arrays.fill(isDirty, false);
        dirtyCount = 0;
        stubIsThirdParty = false;
        usedTwin = -1;
        stubs = StubRoutes.of(solved, core, facts);
        anyMed = stubs != null && stubs.anyMed();
    }

    private void markDirty(int v) {
        if (!isDirty[v]) {
            isDirty[v] = true;
            dirty[dirtyCount++] = v;
        }
    }

    /** Marks a router that must choose among all its routes anew. */
    private void markForAll(int v) {
        lostSome[v] = true;
        markDirty(v);
    }

    /** Marks a router to which a route came that may be better than, or equal to, what it has. */
    private void markArrival(int s) {
        int v = core.to[s];
        if (arrivedCount[v] == arrived[v].length) {
            arrived[v] = Arrays.copyOf(arrived[v], arrivedCount[v] * 2);
        }
        arrived[v][arrivedCount[v]++] = s;
        markDirty(v);
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
        Router router = core.routers[v];
        boolean sendsDefault = false;
        if (needsAll(v, router)) {
            sendsDefault = offerOwn(v);
            if (stubs != null && round >= 2) {
                stubs.offer(v, selection, core);
            }
            for (int s = core.firstInto[v]; s < core.firstInto[v + 1]; s++) {
                offerReceived(v, router, s);
            }
        } else {
            for (int i = 0; i < hopCount[v]; i++) {
                offerReceived(v, router, hops[v][i]);
            }
            for (int i = 0; i < arrivedCount[v]; i++) {
                offerReceived(v, router, arrived[v][i]);
            }
        }
        arrivedCount[v] = 0;
        lostSome[v] = false;
        for (int i = 0; i < hopCount[v]; i++) {
            inUse[hops[v][i]] = false;
        }
        hopCount[v] = 0;
        int chosen = selection.decide(router.bgp().maxPaths(), router.bgp().multipathRelax());
        if (chosen == Selection.NONE && selection.groupSize() == 0) {
            boolean had = best[v] != null;
            best[v] = null;
            bestSession[v] = NO_SESSION;
            bestPreference[v] = Preference.WORST;
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

    /**
     * Whether every session must be looked at. Otherwise what is in use and what has newly arrived are enough: everything else lost
     * against what is in use. That holds where preference alone put it aside: not where MED, a full group, equal paths or own and stubs'
     * routes had a say.
     */
    private boolean needsAll(int v, Router router) {
        if (lostSome[v]
                || anyMed
                || !router.bgp().multipathRelax()
                || hopCount[v] >= router.bgp().maxPaths()) {
            return true;
        }
        return bestSession[v] == ORIGINATED || hopCount[v] > 0 && core.from[hops[v][0]] < 0;
    }

    private void offerReceived(int v, Router router, int s) {
        int g = core.group[s];
        if (outgoing.isSilent(g)
                || (core.families[s] >> routeClass.family().ordinal() & 1) == 0
                || sentFrom[core.from[s]] == core.reverse[s]) {
            return;
        }
        if (core.transparent[s] && !selection.isOpenTo(outgoing.preference(g))) {
            return;
        }
        PathAttributes attributes = outgoing.attributes(g);
        if (attributes == null) {
            return;
        }
        if (core.transparent[s]) {
            if (RouteImport.loops(attributes, router.bgp(), core.allowOwnAs[s], core.external[s])) {
                return;
            }
        } else {
            attributes = imported(s, attributes);
        }
        if (attributes != null && isUsable(v, s)) {
            RouteSourceKind source = core.external[s] ? RouteSourceKind.EXTERNAL : RouteSourceKind.INTERNAL;
            Session session = core.sessions[s];
            selection.offer(attributes, source, session.from().routerId(), session.rank(), s);
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
        return core.from[s] < 0 ? core.sessions[s].from().number() : outgoing.nextHop(core.group[s]);
    }

    private boolean isPeers(int s) {
        return receivedNextHop(s) == core.sessions[s].from().number();
    }

    private List<NextHop> adjacency(int v, int s) {
        Router nextHop = core.graph.routers().get(outgoing.nextHop(core.group[s]));
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
        // A twin stands for others that may suppress less: sending more than they do errs towards computing everyone.
        if (route != null && !cast.standsForOthers(u) && summaries.suppress(u, routeClass)) {
            route = null;
        }
        int own = core.routers[u].number();
        int learnedNextHop = sendsDefault ? own : bestNextHop[u];
        for (int g : core.groupsOf[u]) {
            boolean wasSilent = outgoing.isSilent(g);
            if (outgoing.publish(g, route, own, learnedNextHop)) {
                anyMed |= outgoing.mayCarryMed(g);
                tellMembers(g, wasSilent);
            }
        }
    }

    /** Marks the members of a group to which its new route could matter; leaves out those to which it certainly does not. */
    private void tellMembers(int g, boolean wasSilent) {
        long preference = outgoing.preference(g);
        boolean silent = outgoing.isSilent(g);
        boolean forOthers = cast.standsForOthers(core.groupOwner.get(g));
        for (int s : core.groupSessions[g]) {
            int v = core.to[s];
            if (!cast.computes(v)) {
                continue;
            }
            if (forOthers) {
                if (isAcceptable(g, s, preference)) {
                    usedTwin = core.groupOwner.get(g);
                    return;
                }
            } else if (!wasSilent && inUse[s] || anyMed) {
                markForAll(v);
            } else if (!silent && (!core.transparent[s] || preference <= bestPreference[v])) {
                markArrival(s);
            }
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
            markForAll(core.from[session]);
        }
    }

    private boolean isAcceptable(int g, int s, long preference) {
        int v = core.to[s];
        if (core.transparent[s] && !anyMed && preference > bestPreference[v]) {
            return false;
        }
        PathAttributes attributes = outgoing.attributes(g);
        return attributes != null
                && !RouteImport.loops(attributes, core.routers[v].bgp(), core.allowOwnAs[s], core.external[s]);
    }

    private int groupNumber(int v) {
        RouteSource source =
                bestSource[v] == RouteSourceKind.EXTERNAL ? RouteSource.BGP_EXTERNAL : RouteSource.BGP_INTERNAL;
        boolean plain = true;
        for (int i = 0; i < hopCount[v]; i++) {
            int s = hops[v][i];
            plain &= core.from[s] >= 0 && goesToPeer(s);
        }
        if (plain) {
            return groupMemo.number(v, source, hops[v], hopCount[v]);
        }
        int[] numbers = new int[hopCount[v]];
        int count = 0;
        for (int i = 0; i < hopCount[v]; i++) {
            int s = hops[v][i];
            if (core.from[s] < 0) {
                numbers[count++] = routeClass.stub() == null ? s : -1 - core.positionAmongStubSessions(s);
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
        return groupMemo.number(v, source, numbers, count);
    }
}
