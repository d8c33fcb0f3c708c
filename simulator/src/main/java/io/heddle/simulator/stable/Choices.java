package io.heddle.simulator.stable;

import io.heddle.bgp.attribute.PathAttributes;
import io.heddle.bgp.decision.Preference;
import io.heddle.bgp.decision.RouteSourceKind;
import io.heddle.bgp.decision.Selection;
import io.heddle.bgp.propagation.RouteExport;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** What each core router has chosen for the class at hand: its best route and its ECMP group. For one thread. */
final class Choices {

    /** The best route came over no session: it was originated here. */
    static final int ORIGINATED = -1;

    /** There is no best route. */
    static final int NO_SESSION = -2;

    private final CoreGraph core;
    private final @Nullable PathAttributes[] best;
    private final RouteSourceKind[] source;
    private final long[] preference;
    private final int[] session;
    /** The NEXT_HOP of the best route, as a router number. */
    private final int[] nextHop;

    private final int[][] group;
    private final int[] groupSize;
    /** Whether a session's route is in its receiver's group. */
    private final boolean[] inUse;

    Choices(CoreGraph core) {
        this.core = core;
        int routers = core.routers.length;
        best = new PathAttributes[routers];
        source = new RouteSourceKind[routers];
        preference = new long[routers];
        session = new int[routers];
        nextHop = new int[routers];
        group = new int[routers][8];
        groupSize = new int[routers];
        inUse = new boolean[core.sessions.length];
    }

    void clear() {
        Arrays.fill(best, null);
        Arrays.fill(preference, Preference.WORST);
        Arrays.fill(session, NO_SESSION);
        Arrays.fill(groupSize, 0);
        Arrays.fill(inUse, false);
    }

    /** Takes over a decision; true if the best route is another one than before, or looks different. */
    boolean take(int v, Selection selection, int chosen, int receivedNextHop) {
        releaseGroup(v);
        PathAttributes attributes = selection.bestAttributes();
        boolean originated = selection.bestSource() == RouteSourceKind.ORIGINATED;
        int over = originated ? ORIGINATED : chosen;
        int hop = originated ? core.routers[v].number() : receivedNextHop;
        if (!originated) {
            useGroup(v, selection);
        }
        boolean same = session[v] == over && nextHop[v] == hop && attributes.equals(best[v]);
        best[v] = attributes;
        source[v] = selection.bestSource();
        preference[v] = Preference.of(attributes, source[v]);
        session[v] = over;
        nextHop[v] = hop;
        return !same;
    }

    /** Leaves a router without route; true if it had one. */
    boolean drop(int v) {
        releaseGroup(v);
        boolean had = best[v] != null;
        best[v] = null;
        session[v] = NO_SESSION;
        preference[v] = Preference.WORST;
        return had;
    }

    private void releaseGroup(int v) {
        for (int i = 0; i < groupSize[v]; i++) {
            inUse[group[v][i]] = false;
        }
        groupSize[v] = 0;
    }

    private void useGroup(int v, Selection selection) {
        int size = selection.groupSize();
        if (group[v].length < size) {
            group[v] = new int[size * 2];
        }
        for (int i = 0; i < size; i++) {
            group[v][i] = selection.groupRoute(i);
            inUse[group[v][i]] = true;
        }
        groupSize[v] = size;
    }

    boolean hasRoute(int v) {
        return best[v] != null;
    }

    RouteSourceKind source(int v) {
        return source[v];
    }

    /** See {@link Preference}. */
    long preference(int v) {
        return preference[v];
    }

    /** The session the best route came over, {@link #ORIGINATED} or {@link #NO_SESSION}. */
    int session(int v) {
        return session[v];
    }

    int nextHop(int v) {
        return nextHop[v];
    }

    int groupSize(int v) {
        return groupSize[v];
    }

    /** A session of a router's group, the best first. */
    int groupSession(int v, int position) {
        return group[v][position];
    }

    boolean isInUse(int s) {
        return inUse[s];
    }

    /** The best route with where it came from, as exporting wants it; null if there is none. */
    RouteExport.@Nullable Best best(int v) {
        PathAttributes attributes = best[v];
        if (attributes == null) {
            return null;
        }
        if (source[v] == RouteSourceKind.ORIGINATED) {
            return new RouteExport.Best(
                    attributes,
                    RouteSourceKind.ORIGINATED,
                    false,
                    core.routers[v].bgp().routerId());
        }
        Session over = core.sessions[session[v]];
        return new RouteExport.Best(
                attributes,
                source[v],
                over.received().group().routeReflectorClient(),
                over.from().bgp().routerId());
    }
}
