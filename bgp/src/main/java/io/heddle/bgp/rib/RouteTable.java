package io.heddle.bgp.rib;

import io.heddle.bgp.decision.NextHopCosts;
import io.heddle.bgp.decision.RouteSourceKind;
import io.heddle.bgp.decision.Selection;
import io.heddle.model.config.BgpConfig;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntBinaryOperator;
import java.util.function.IntUnaryOperator;
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

    /** The session that brought the path is gone, and the peer is expected back (RFC 4724 section 4.2). */
    private static final byte STALE = 1;

    private static final int SMALLEST = 16;

    final DestinationKeys keys;
    final AttributeTable attributes;
    private final List<@Nullable RouteSource> sources;
    private final PathChoice choice;
    private final List<RouteWatcher> watchers = new ArrayList<>();
    /** Is told of each usable path that comes or goes. */
    private @Nullable PathListener listener;

    private int[] first = {};
    private int[] best = {};
    private int[] holds = {};

    private final FreeNumbers paths = new FreeNumbers();
    private int[] destination = {};
    private int[] next = {};
    private int[] source = {};
    private int[] received = {};
    private int[] effective = {};
    private byte[] flags = {};
    /** Only where some peer sends several paths. */
    private int @Nullable [] identifier;

    private int[] pathsOf = {};
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
        if (number >= first.length) {
            int from = first.length;
            int longer = Math.max(SMALLEST, number + (number >> 1));
            first = Arrays.copyOf(first, longer);
            best = Arrays.copyOf(best, longer);
            holds = Arrays.copyOf(holds, longer);
            Arrays.fill(first, from, longer, NONE);
            Arrays.fill(best, from, longer, NONE);
        }
        return number;
    }

    /**
     * Takes a route: the path of this source and identifier is added or replaced. The path holds both sets for itself.
     *
     * @param taken the set as received
     * @param used the set after import, or {@link #NONE} if it was refused
     */
    void put(int from, int to, int pathIdentifier, int taken, int used) {
        int path = find(from, to, pathIdentifier);
        attributes.hold(taken);
        if (used != NONE) {
            attributes.hold(used);
        }
        int usedBefore = NONE;
        if (path == NONE) {
            path = add(from, to, pathIdentifier);
        } else {
            usedBefore = effective[path];
            attributes.release(received[path]);
            if (usedBefore != NONE) {
                attributes.release(usedBefore);
            }
        }
        flags[path] = 0;
        received[path] = taken;
        effective[path] = used;
        if (listener != null && (usedBefore == NONE) != (used == NONE)) {
            listener.changed(from, to, used != NONE);
        }
        if (usedBefore != used) {
            changed(to, path);
        }
    }

    private int add(int from, int to, int pathIdentifier) {
        int path = paths.take();
        if (path >= destination.length) {
            int longer = Math.max(SMALLEST, path + (path >> 1));
            destination = Arrays.copyOf(destination, longer);
            next = Arrays.copyOf(next, longer);
            source = Arrays.copyOf(source, longer);
            received = Arrays.copyOf(received, longer);
            effective = Arrays.copyOf(effective, longer);
            flags = Arrays.copyOf(flags, longer);
            if (identifier != null) {
                identifier = Arrays.copyOf(identifier, longer);
            }
        }
        if (pathIdentifier != 0 && identifier == null) {
            identifier = new int[destination.length];
        }
        if (identifier != null) {
            identifier[path] = pathIdentifier;
        }
        destination[path] = to;
        source[path] = from;
        chain(to, path);
        if (from >= pathsOf.length) {
            pathsOf = Arrays.copyOf(pathsOf, from + 8);
        }
        pathsOf[from]++;
        return path;
    }

    /** Chains are in order of source and identifier, so that ties never depend on who came first. Called after {@link #find}. */
    private void chain(int to, int path) {
        if (foundBefore == NONE) {
            next[path] = first[to];
            first[to] = path;
        } else {
            next[path] = next[foundBefore];
            next[foundBefore] = path;
        }
    }

    /** Whether a path stands before another of the same destination. */
    boolean comesBefore(int path, int other) {
        return comesBefore(path, source[other], identifier(other));
    }

    private boolean comesBefore(int path, int from, int pathIdentifier) {
        return source[path] != from
                ? source[path] < from
                : identifier != null && Integer.compareUnsigned(identifier[path], pathIdentifier) < 0;
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

    private void remove(int path) {
        int to = destination[path];
        if (first[to] == path) {
            first[to] = next[path];
        } else {
            int before = first[to];
            while (next[before] != path) {
                before = next[before];
            }
            next[before] = next[path];
        }
        int from = source[path];
        pathsOf[from]--;
        source[path] = NONE;
        attributes.release(received[path]);
        if (effective[path] != NONE) {
            attributes.release(effective[path]);
            effective[path] = NONE;
            if (listener != null) {
                listener.changed(from, to, false);
            }
            hold(to);
            changed(to, path);
            release(to);
        } else {
            forgetIfUnused(to);
        }
        paths.giveBack(path);
    }

    /** Finds a path, or leaves in {@link #foundBefore} the one it would come after. */
    private int find(int from, int to, int pathIdentifier) {
        int before = NONE;
        int path = first[to];
        while (path != NONE && comesBefore(path, from, pathIdentifier)) {
            before = path;
            path = next[path];
        }
        foundBefore = before;
        return path != NONE && source[path] == from && identifier(path) == pathIdentifier ? path : NONE;
    }

    /** A path of a destination is new, gone or different. */
    private void changed(int to, int path) {
        int before = best[to];
        if (before != NONE && before != path && cannotWin(path, before)) {
            for (RouteWatcher each : watchers) {
                each.pathChanged(to);
            }
            return;
        }
        int after = before != NONE && before != path && attributes.hasNoMed()
                ? choice.better(before, path)
                : choice.decide(to);
        best[to] = after;
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
        int used = effective[path];
        if (used == NONE || source[against] == RouteSource.SELF) {
            return true;
        }
        return source[path] != RouteSource.SELF
                && attributes.preference(used) > attributes.preference(effective[against])
                && !attributes.isLongLived(effective[against]);
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
        holds[to]++;
    }

    void release(int to) {
        if (--holds[to] == 0) {
            forgetIfUnused(to);
        }
    }

    private void forgetIfUnused(int to) {
        if (holds[to] == 0 && first[to] == NONE) {
            keys.remove(to);
        }
    }

    /** All paths of the source become stale, unless they already are: then they go (RFC 4724 section 4.2). */
    void markStale(int from) {
        for (int path = 0; path < paths.limit(); path++) {
            if (source[path] == from) {
                if ((flags[path] & STALE) != 0) {
                    remove(path);
                } else {
                    flags[path] |= STALE;
                }
            }
        }
    }

    /**
     * Stale paths of a source get other sets, or go.
     *
     * @param change the set instead of one, held; {@link #NONE} removes the path
     */
    void changeStale(int from, IntUnaryOperator change) {
        for (int path = 0; path < paths.limit(); path++) {
            if (source[path] == from && (flags[path] & STALE) != 0) {
                int taken = change.applyAsInt(received[path]);
                if (taken == NONE) {
                    remove(path);
                    continue;
                }
                int used = effective[path] == NONE ? NONE : change.applyAsInt(effective[path]);
                put(from, destination[path], identifier(path), taken, used);
                flags[path] |= STALE;
                attributes.release(taken);
                if (used != NONE) {
                    attributes.release(used);
                }
            }
        }
    }

    /**
     * Removes paths of a source, a slice of the table at a time.
     *
     * @param start where to begin: 0, or what the last call returned
     * @param slice how many paths to look at
     * @return where to go on, or {@link #NONE} when done
     */
    int sweep(int from, boolean onlyStale, int start, int slice) {
        int end = Math.min(paths.limit(), start + slice);
        for (int path = start; path < end && pathCount(from) > 0; path++) {
            if (source[path] == from && (!onlyStale || (flags[path] & STALE) != 0)) {
                remove(path);
            }
        }
        return end >= paths.limit() || pathCount(from) == 0 ? NONE : end;
    }

    /**
     * Imports paths of a source again, a slice of the table at a time; see {@link #sweep}.
     *
     * @param imports the set after import, held, or {@link #NONE}, from the set as received and the destination
     */
    int reimport(int from, IntBinaryOperator imports, int start, int slice) {
        int end = Math.min(paths.limit(), start + slice);
        for (int path = start; path < end; path++) {
            if (source[path] == from) {
                int used = imports.applyAsInt(received[path], destination[path]);
                byte kept = flags[path];
                put(from, destination[path], identifier(path), received[path], used);
                flags[path] = kept;
                if (used != NONE) {
                    attributes.release(used);
                }
            }
        }
        return end >= paths.limit() ? NONE : end;
    }

    /** Decides anew where paths have one of these sets, a slice of the table at a time; see {@link #sweep}. */
    int reconsider(NumberSet sets, int start, int slice) {
        int end = Math.min(paths.limit(), start + slice);
        for (int path = start; path < end; path++) {
            if (source[path] != NONE && effective[path] != NONE && sets.contains(effective[path])) {
                changed(destination[path], path);
            }
        }
        return end >= paths.limit() ? NONE : end;
    }

    int pathCount(int from) {
        return from < pathsOf.length ? pathsOf[from] : 0;
    }

    int pathCount() {
        return paths.size();
    }

    int best(int to) {
        return best[to];
    }

    int firstPath(int to) {
        return first[to];
    }

    int nextPath(int path) {
        return next[path];
    }

    RouteSource sourceOf(int path) {
        RouteSource from = sources.get(source[path]);
        if (from == null) {
            throw new IllegalStateException("path " + path + " of source " + source[path] + ", which is gone");
        }
        return from;
    }

    int sourceNumber(int path) {
        return source[path];
    }

    /** The set after import, or {@link #NONE} if it was refused. */
    int effective(int path) {
        return effective[path];
    }

    /** Whether a path may be chosen: import let it in, and its next hop can be reached (RFC 4271 section 9.1.2). */
    boolean isUsable(int path) {
        return effective[path] != NONE && attributes.cost(effective[path]) != NextHopCosts.UNREACHABLE;
    }

    int received(int path) {
        return received[path];
    }

    /** As the peer named it (RFC 7911), or 0. */
    int identifier(int path) {
        return identifier == null ? 0 : identifier[path];
    }

    boolean isStale(int path) {
        return (flags[path] & STALE) != 0;
    }

    boolean isOriginated(int path) {
        return source[path] == RouteSource.SELF;
    }

    RouteSourceKind kind(int path) {
        return sourceOf(path).kind();
    }
}
