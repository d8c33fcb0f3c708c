package io.heddle.simulator.stable;

import io.heddle.bgp.propagation.RouteImport;
import io.heddle.model.config.Action;
import io.heddle.model.config.AddressFamily;
import io.heddle.model.config.Community;
import io.heddle.model.config.Match;
import io.heddle.model.config.Neighbor;
import io.heddle.model.config.PeerGroup;
import io.heddle.model.config.PolicyTerm;
import io.heddle.model.tables.NextHop;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The routers that pass routes on, and their sessions, flattened into arrays for the fixed point. Sessions are numbered; those into one core
 * router are contiguous, by rank. Stubs (see {@link Router#stub()}) appear only as senders: their sessions follow the others.
 *
 * <p>Package-private arrays on purpose: {@link ClassSolver} runs over them millions of times.
 */
final class CoreGraph {

    final SessionGraph graph;
    final Router[] routers;
    /** The core number of a router by its router number, or -1. */
    final int[] coreOf;

    /** First session into each core router; one more at the end. Sessions from stubs come after all of these. */
    final int[] firstInto;

    final Session[] sessions;
    final int[] from;
    final int[] to;
    /** The same session in the other direction. */
    final int[] reverse;
    /** The sender's update group. */
    final int[] group;

    final boolean[] external;
    /** How often the receiver's own AS may be in the path. */
    final int[] allowOwnAs;
    /** Import is the loop check alone. */
    final boolean[] transparent;

    final int[] families;
    final NextHop[] nextHop;

    /** Update groups: a core router's peer group split by iBGP and eBGP. */
    final List<PeerGroup> groupPeers = new ArrayList<>();

    final List<Integer> groupOwner = new ArrayList<>();
    final List<Boolean> groupExternal = new ArrayList<>();
    final int[][] groupSessions;
    /** Update groups of each core router. */
    final int[][] groupsOf;

    /** Sessions from each stub into the core, by rank at the receiver; by router number. */
    final Map<Integer, List<Integer>> stubSessions = new HashMap<>();

    CoreGraph(SessionGraph graph) {
        this.graph = graph;
        routers = graph.routers().stream().filter(each -> !each.stub()).toArray(Router[]::new);
        coreOf = new int[graph.routers().size()];
        Arrays.fill(coreOf, -1);
        for (int i = 0; i < routers.length; i++) {
            coreOf[routers[i].number()] = i;
        }
        List<Session> core = new ArrayList<>();
        List<Session> stubs = new ArrayList<>();
        firstInto = new int[routers.length + 1];
        for (int i = 0; i < routers.length; i++) {
            for (Session each : graph.into(routers[i])) {
                (each.from().stub() ? stubs : core).add(each);
            }
            firstInto[i + 1] = core.size();
        }
        int coreSessions = core.size();
        core.addAll(stubs);
        sessions = core.toArray(Session[]::new);
        from = new int[sessions.length];
        to = new int[sessions.length];
        reverse = new int[sessions.length];
        group = new int[sessions.length];
        external = new boolean[sessions.length];
        allowOwnAs = new int[sessions.length];
        transparent = new boolean[sessions.length];
        families = new int[sessions.length];
        nextHop = new NextHop[sessions.length];
        boolean drains = drains(sessions);
        IdentityHashMap<Neighbor, Integer> byReceived = new IdentityHashMap<>();
        for (int s = 0; s < sessions.length; s++) {
            Session each = sessions[s];
            from[s] = coreOf[each.from().number()];
            to[s] = coreOf[each.to().number()];
            external[s] = each.external();
            transparent[s] =
                    !drains && RouteImport.isTransparent(each.received().group());
            allowOwnAs[s] = each.received().group().allowOwnAs();
            families[s] = each.families();
            nextHop[s] = each.nextHop();
            byReceived.put(each.received(), s);
            if (s >= coreSessions) {
                stubSessions
                        .computeIfAbsent(each.from().number(), _ -> new ArrayList<>())
                        .add(s);
            }
        }
        IdentityHashMap<PeerGroup, Map<GroupKey, Integer>> seen = new IdentityHashMap<>();
        List<List<Integer>> members = new ArrayList<>();
        for (int s = 0; s < sessions.length; s++) {
            reverse[s] = s < coreSessions ? byReceived.getOrDefault(sessions[s].sent(), -1) : -1;
            group[s] = s < coreSessions ? groupOf(s, seen, members) : -1;
        }
        groupSessions = members.stream()
                .map(each -> each.stream().mapToInt(i -> i).toArray())
                .toArray(int[][]::new);
        groupsOf = new int[routers.length][];
        List<List<Integer>> perRouter = new ArrayList<>();
        for (int i = 0; i < routers.length; i++) {
            perRouter.add(new ArrayList<>());
        }
        for (int g = 0; g < groupPeers.size(); g++) {
            perRouter.get(groupOwner.get(g)).add(g);
        }
        Arrays.setAll(
                groupsOf, i -> perRouter.get(i).stream().mapToInt(each -> each).toArray());
    }

    /** Whether any policy marks routes whose receivers shall prefer others (rule 5.1): then no import leaves all as it comes. */
    private static boolean drains(Session[] sessions) {
        Action mark = new Action.AddCommunity(Community.GRACEFUL_SHUTDOWN);
        Set<PeerGroup> groups = Collections.newSetFromMap(new IdentityHashMap<>());
        for (Session each : sessions) {
            groups.add(each.sent().group());
            groups.add(each.received().group());
        }
        return groups.stream()
                .anyMatch(each ->
                        each.exportPolicy().does(mark) || each.importPolicy().does(mark));
    }

    private record GroupKey(int owner, boolean external) {}

    private int groupOf(int s, IdentityHashMap<PeerGroup, Map<GroupKey, Integer>> seen, List<List<Integer>> members) {
        PeerGroup peers = sessions[s].sent().group();
        int found = seen.computeIfAbsent(peers, _ -> new HashMap<>())
                .computeIfAbsent(new GroupKey(from[s], external[s]), key -> {
                    groupPeers.add(peers);
                    groupOwner.add(key.owner);
                    groupExternal.add(key.external);
                    members.add(new ArrayList<>());
                    return members.size() - 1;
                });
        members.get(found).add(s);
        return found;
    }

    /** A stub's session as the how-manieth from 0 of that stub's sessions into the same router. */
    int positionAmongStubSessions(int session) {
        int position = 0;
        for (int s : stubSessions.getOrDefault(sessions[session].from().number(), List.of())) {
            if (s == session) {
                break;
            }
            if (to[s] == to[session]) {
                position++;
            }
        }
        return position;
    }

    /** Families that spread alike, because the same sessions carry them and no policy asks for the family, have the same number. */
    int spreadOf(AddressFamily family) {
        if (!thirdPartyNextHops() && !asksForFamily()) {
            for (AddressFamily each : AddressFamily.values()) {
                if (each == family || carriedAlike(each, family)) {
                    return each.ordinal();
                }
            }
        }
        return family.ordinal();
    }

    /** Whether a next hop may be another router than the peer, found by the prefix's family (rule 5.4). */
    private boolean thirdPartyNextHops() {
        for (int s = 0; s < sessions.length; s++) {
            if (!external[s] && sessions[s].sent().group().nextHop() != PeerGroup.NextHopMode.SELF) {
                return true;
            }
        }
        return false;
    }

    private boolean carriedAlike(AddressFamily a, AddressFamily b) {
        for (int bits : families) {
            if ((bits >> a.ordinal() & 1) != (bits >> b.ordinal() & 1)) {
                return false;
            }
        }
        return true;
    }

    private boolean asksForFamily() {
        IdentityHashMap<PeerGroup, Boolean> groups = new IdentityHashMap<>();
        for (Session each : sessions) {
            groups.put(each.received().group(), true);
            groups.put(each.sent().group(), true);
        }
        for (PeerGroup each : groups.keySet()) {
            for (PolicyTerm term : each.importPolicy().terms()) {
                if (asksForFamily(term)) {
                    return true;
                }
            }
            for (PolicyTerm term : each.exportPolicy().terms()) {
                if (asksForFamily(term)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean asksForFamily(PolicyTerm term) {
        return term.matches().stream().anyMatch(Match.FamilyIs.class::isInstance);
    }
}
