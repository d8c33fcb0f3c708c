package io.heddle.bgp.rib;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A group whose members are sent several paths of each destination (RFC 7911). A path is named on the wire by its number here plus one.
 * What was sent is a chain of entries per destination; an entry without set is withdrawn and stays until everybody has read that.
 */
final class PathsGroup extends UpdateGroup {

    private static final int NO_SOURCE = -1;
    private static final int SMALLEST = 16;

    private final int[] ranked;
    /** By destination, the first entry plus one. */
    private int[] first = {};

    private final FreeNumbers entries = new FreeNumbers();
    private int[] next = {};
    private int[] pathId = {};
    private int[] set = {};
    private int[] source = {};
    private boolean[] wanted = {};
    /** Destinations with entries that are withdrawn. */
    private final BuriedDestinations buried = new BuriedDestinations();

    private int disposed;

    PathsGroup(GroupKey key, GroupContext context, UpdateFormat format, RouteMemo exports) {
        super(key, context, format, exports);
        ranked = new int[key.routes().sendPaths()];
    }

    @Override
    public void pathChanged(int destination) {
        bestChanged(destination);
    }

    @Override
    boolean refresh(int destination) {
        makeRoom(destination);
        for (int entry = first[destination] - 1; entry != NONE; entry = next[entry]) {
            wanted[entry] = false;
        }
        boolean changed = false;
        int count = table.rank(destination, ranked);
        for (int i = 0; i < count; i++) {
            RouteSource from = table.sourceOf(ranked[i]);
            int after = exports.apply(table.effective(ranked[i]), from, destination);
            if (after != NONE) {
                changed |= send(destination, ranked[i] + 1, after, from.number());
            }
        }
        for (int entry = first[destination] - 1; entry != NONE; entry = next[entry]) {
            if (!wanted[entry] && set[entry] != NONE) {
                differ(destination, pathId[entry], set[entry], source[entry], NONE, NO_SOURCE);
                table.attributes.release(set[entry]);
                set[entry] = NONE;
                source[entry] = NO_SOURCE;
                buried.add(destination);
                changed = true;
            }
        }
        return changed;
    }

    private boolean send(int destination, int id, int after, int from) {
        int entry = entry(destination, id);
        wanted[entry] = true;
        int before = set[entry];
        if (before == after && source[entry] == from) {
            table.attributes.release(after);
            return false;
        }
        differ(destination, id, before, source[entry], after, from);
        set[entry] = after;
        source[entry] = from;
        if (before != NONE) {
            table.attributes.release(before);
        }
        return true;
    }

    private int entry(int destination, int id) {
        for (int entry = first[destination] - 1; entry != NONE; entry = next[entry]) {
            if (pathId[entry] == id) {
                return entry;
            }
        }
        int entry = entries.take();
        if (entry >= next.length) {
            int longer = Math.max(SMALLEST, entry + (entry >> 1));
            next = Arrays.copyOf(next, longer);
            pathId = Arrays.copyOf(pathId, longer);
            set = Arrays.copyOf(set, longer);
            source = Arrays.copyOf(source, longer);
            wanted = Arrays.copyOf(wanted, longer);
        }
        pathId[entry] = id;
        set[entry] = NONE;
        source[entry] = NO_SOURCE;
        next[entry] = first[destination] - 1;
        first[destination] = entry + 1;
        table.hold(destination);
        return entry;
    }

    @Override
    void repeat(int destination, GroupMember member) {
        makeRoom(destination);
        for (int entry = first[destination] - 1; entry != NONE; entry = next[entry]) {
            boolean has = set[entry] != NONE
                    && source[entry] != member.source()
                    && member.wants(table.attributes.set(set[entry]));
            change(destination, pathId[entry], has ? set[entry] : NONE, Audience.ALL);
        }
    }

    @Override
    boolean isKnown(int destination) {
        return destination < first.length && first[destination] != 0;
    }

    @Override
    boolean hasSent(int destination, int member, @Nullable SetQuestion attributes) {
        int entry = destination < first.length ? first[destination] - 1 : NONE;
        for (; entry != NONE; entry = next[entry]) {
            if (set[entry] != NONE
                    && source[entry] != member
                    && (attributes == null || attributes.isTrueOf(set[entry]))) {
                return true;
            }
        }
        return false;
    }

    @Override
    void bury(int destination) {
        throw new IllegalStateException("a member with several paths a destination cannot come from another group");
    }

    @Override
    boolean settle() {
        return buried.allRead();
    }

    @Override
    boolean letGo(int most) {
        return buried.letGo(most, each -> {
            // What was withdrawn again since is not read by all.
            if (!buried.contains(each)) {
                forget(each, false);
            }
        });
    }

    @Override
    boolean dispose(int most) {
        int end = Math.min(first.length, disposed + most);
        table.walks().look(end - disposed);
        for (int each = disposed; each < end; each++) {
            forget(each, true);
        }
        disposed = end;
        return end < first.length;
    }

    /** Lets go of the entries of a destination that are withdrawn, or of all. */
    private void forget(int destination, boolean all) {
        int before = NONE;
        int entry = first[destination] - 1;
        while (entry != NONE) {
            int after = next[entry];
            if (set[entry] == NONE || all) {
                if (set[entry] != NONE) {
                    table.attributes.release(set[entry]);
                }
                if (before == NONE) {
                    first[destination] = after + 1;
                } else {
                    next[before] = after;
                }
                entries.giveBack(entry);
                table.release(destination);
            } else {
                before = entry;
            }
            entry = after;
        }
    }

    private void makeRoom(int destination) {
        if (destination >= first.length) {
            first = Arrays.copyOf(first, Math.max(SMALLEST, table.keys.limit() + (table.keys.limit() >> 2)));
        }
    }
}
