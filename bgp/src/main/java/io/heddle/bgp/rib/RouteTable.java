package io.heddle.bgp.rib;

import io.heddle.bgp.decision.RouteSourceKind;
import io.heddle.bgp.decision.Selection;
import io.heddle.model.config.BgpConfig;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The routes of one address family: Adj-RIB-In of all peers and Loc-RIB in one. A destination has a chain of paths, one for each source
 * (and path identifier), and its best. A change of the best marks the destination in every {@link UpdateGroup}. Single-threaded.
 *
 * <p>A destination is forgotten when it has no path and nobody holds it: groups hold what they advertised, what they have still to look
 * at and withdrawals not yet sent to all.
 */
final class RouteTable {

    static final int NONE = -1;

    final DestinationKeys keys;
    final AttributeTable attributes;
    private final List<@Nullable RouteSource> sources;
    private final PathChoice choice;
    private final List<RouteWatcher> watchers = new ArrayList<>();
    /** Is told of each usable path that comes or goes. */
    private @Nullable PathListener listener;

    private final IntColumn first = new IntColumn(NONE);
    private final IntColumn best = new IntColumn(NONE);
    private final IntColumn holds = new IntColumn(0);

    private final Paths paths = new Paths();
    private final Generations generations = new Generations();
    private final PathWalks walks = new PathWalks(this, paths, generations);
    private int doubts;
    /** The path behind which what {@link #find} did not find belongs, or NONE at the front. */
    private int foundBefore = NONE;

    RouteTable(
            DestinationKeys keys,
            AttributeTable attributes,
            BgpConfig router,
            List<@Nullable RouteSource> sources,
            Selection selection) {
        this.keys = keys;
        this.attributes = attributes;
        this.sources = sources;
        choice = new PathChoice(this, router, selection);
    }

    /** Is told, within the change, that a source has a usable path to a destination, or one less. */
    interface PathListener {
        void changed(int source, int destination, boolean there);
    }

    void tell(PathListener told) {
        listener = told;
    }

    void watch(RouteWatcher watcher) {
        watchers.add(watcher);
    }

    void unwatch(RouteWatcher watcher) {
        watchers.remove(watcher);
    }

    /** Makes room for a destination that {@link #keys} has just numbered. */
    int registered(int number) {
        first.reach(number);
        best.reach(number);
        holds.reach(number);
        return number;
    }

    /**
     * Takes a route: the path of this source and identifier is added or replaced. The path holds both sets for itself.
     *
     * @param taken the set as received
     * @param used the set after import, or {@link #NONE} if it was refused
     */
    void put(int from, int to, int pathIdentifier, int taken, int used) {
        put(from, to, pathIdentifier, taken, used, generations.current(from));
    }

    /** The same for a path that is as old as this generation. */
    void put(int from, int to, int pathIdentifier, int taken, int used, byte since) {
        int path = find(from, to, pathIdentifier);
        attributes.hold(taken);
        if (used != NONE) {
            attributes.hold(used);
        }
        int usedBefore = NONE;
        if (path == NONE) {
            path = add(from, to, pathIdentifier);
        } else {
            usedBefore = paths.effective(path);
            attributes.release(paths.received(path));
            if (usedBefore != NONE) {
                attributes.release(usedBefore);
            }
            generations.replaced(from, paths.generation(path));
        }
        paths.carry(path, taken, used, since);
        if (listener != null && (usedBefore == NONE) != (used == NONE)) {
            listener.changed(from, to, used != NONE);
        }
        if (usedBefore != used) {
            changed(to, path, usedBefore == NONE);
        }
    }

    private int add(int from, int to, int pathIdentifier) {
        int path = paths.add(to, from, pathIdentifier);
        chain(to, path);
        generations.added(from);
        return path;
    }

    /** Chains are in order of source and identifier, so that ties never depend on who came first. Called after {@link #find}. */
    private void chain(int to, int path) {
        if (foundBefore == NONE) {
            paths.link(path, first.get(to));
            first.set(to, path);
        } else {
            paths.link(path, paths.next(foundBefore));
            paths.link(foundBefore, path);
        }
    }

    /** Whether a path stands before another of the same destination. */
    boolean comesBefore(int path, int other) {
        return paths.comesBefore(path, paths.source(other), paths.identifier(other));
    }

    /** Withdraws the path of this source and identifier, if there is one. */
    boolean remove(int from, int to, int pathIdentifier) {
        int path = find(from, to, pathIdentifier);
        if (path == NONE) {
            return false;
        }
        remove(path);
        return true;
    }

    void remove(int path) {
        int to = paths.destination(path);
        if (first.get(to) == path) {
            first.set(to, paths.next(path));
        } else {
            int before = first.get(to);
            while (paths.next(before) != path) {
                before = paths.next(before);
            }
            paths.link(before, paths.next(path));
        }
        int from = paths.source(path);
        int used = paths.effective(path);
        generations.removed(from, paths.generation(path));
        paths.leave(path);
        attributes.release(paths.received(path));
        if (used != NONE) {
            attributes.release(used);
            if (listener != null) {
                listener.changed(from, to, false);
            }
            hold(to);
            changed(to, path, false);
            release(to);
        } else {
            forgetIfUnused(to);
        }
        paths.giveBack(path);
    }

    /** Finds a path, or leaves in {@link #foundBefore} the one it would come after. */
    private int find(int from, int to, int pathIdentifier) {
        int before = NONE;
        int path = first.get(to);
        while (path != NONE && paths.comesBefore(path, from, pathIdentifier)) {
            before = path;
            path = paths.next(path);
        }
        foundBefore = before;
        return path != NONE && paths.source(path) == from && paths.identifier(path) == pathIdentifier ? path : NONE;
    }

    /** Decides anew, whatever is known of the best. */
    void reconsider(int to) {
        changed(to, best.get(to), false);
    }

    /** Whether bests may be out of date, so that what is new cannot be compared with them alone. */
    void doubtBests(boolean doubt) {
        doubts += doubt ? 1 : -1;
    }

    /** A path of a destination is new, gone or different. */
    private void changed(int to, int path, boolean isNew) {
        int before = best.get(to);
        // With a MED, a path that goes may have kept another one from winning (RFC 4271 section 9.1.2.2 c).
        if (before != NONE && before != path && (isNew || attributes.hasNoMed()) && cannotWin(path, before)) {
            for (RouteWatcher each : watchers) {
                each.pathChanged(to);
            }
            return;
        }
        int after = before != NONE && before != path && attributes.hasNoMed() && doubts == 0
                ? choice.better(before, path)
                : choice.decide(to);
        best.set(to, after);
        boolean bestChanged = after != before || after == path;
        for (RouteWatcher each : watchers) {
            if (bestChanged) {
                each.bestChanged(to);
            } else {
                each.pathChanged(to);
            }
        }
    }

    /** Whether a path loses against the best by the first steps of the decision, so that nothing more is to be asked. */
    private boolean cannotWin(int path, int against) {
        int used = paths.effective(path);
        if (used == NONE || paths.source(against) == RouteSource.SELF) {
            return true;
        }
        return paths.source(path) != RouteSource.SELF
                && attributes.preference(used) > attributes.preference(paths.effective(against))
                && !attributes.isLongLived(paths.effective(against));
    }

    /** Decides anew, with multipath, leaving the outcome in {@code chosen}; returns how many paths it has, the best first. */
    int multipath(int to, int[] chosen) {
        return choice.multipath(to, chosen);
    }

    /** The same as if the speaker itself originated nothing. */
    int multipathOfPeers(int to, int[] chosen) {
        return choice.multipathOfPeers(to, chosen);
    }

    /** Ranks the usable paths, the best first; returns how many were put into {@code ranked}. */
    int rank(int to, int[] ranked) {
        return choice.rank(to, ranked);
    }

    /** Keeps a destination though it may have no path. */
    void hold(int to) {
        holds.set(to, holds.get(to) + 1);
    }

    void release(int to) {
        int left = holds.get(to) - 1;
        holds.set(to, left);
        if (left == 0) {
            forgetIfUnused(to);
        }
    }

    private void forgetIfUnused(int to) {
        if (holds.get(to) == 0 && first.get(to) == NONE) {
            keys.remove(to);
        }
    }

    /** What is done to many paths, a slice of the table at a time. */
    PathWalks walks() {
        return walks;
    }

    Generations generations() {
        return generations;
    }

    /** How many paths of a source there are that are not only still to be removed. */
    int pathCount(int from) {
        return generations.countWithoutDoomed(from);
    }

    int pathCount() {
        return paths.size();
    }

    int best(int to) {
        return best.get(to);
    }

    int firstPath(int to) {
        return first.get(to);
    }

    int nextPath(int path) {
        return paths.next(path);
    }

    RouteSource sourceOf(int path) {
        RouteSource from = sources.get(paths.source(path));
        if (from == null) {
            throw new IllegalStateException("path " + path + " of source " + paths.source(path) + ", which is gone");
        }
        return from;
    }

    int sourceNumber(int path) {
        return paths.source(path);
    }

    /** The set after import, or {@link #NONE} if it was refused. */
    int effective(int path) {
        return paths.effective(path);
    }

    /** Whether a path may be chosen: import let it in, and its next hop can be reached (RFC 4271 section 9.1.2). */
    boolean isUsable(int path) {
        int used = paths.effective(path);
        return used != NONE && attributes.isReached(used, sourceOf(path));
    }

    /** What it costs to reach the next hop of a usable path; nothing, where that is not asked. */
    long cost(int path) {
        return Math.max(0, attributes.cost(paths.effective(path)));
    }

    int received(int path) {
        return paths.received(path);
    }

    /** As the peer named it (RFC 7911), or 0. */
    int identifier(int path) {
        return paths.identifier(path);
    }

    /** The session that brought it is gone, or a refresh has begun since (RFC 4724, RFC 7313). */
    boolean isStale(int path) {
        return paths.generation(path) != generations.current(paths.source(path));
    }

    boolean isOriginated(int path) {
        return paths.source(path) == RouteSource.SELF;
    }

    RouteSourceKind kind(int path) {
        return sourceOf(path).kind();
    }
}
