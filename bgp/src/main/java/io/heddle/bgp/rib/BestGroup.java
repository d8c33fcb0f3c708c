package io.heddle.bgp.rib;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A group whose members are sent the best path of each destination. */
final class BestGroup extends UpdateGroup {

    private static final int NO_SOURCE = -1;

    /** The set last sent, or NONE. */
    private int[] sentSet = {};
    /** Who the route came from: everybody else has it. */
    private int[] sentSource = {};

    private final BuriedDestinations buried = new BuriedDestinations();
    private int disposed;

    BestGroup(GroupKey key, GroupContext context, UpdateFormat format, RouteMemo exports) {
        super(key, context, format, exports);
    }

    @Override
    public void pathChanged(int destination) {
        if (key().sendsOthers()) {
            bestChanged(destination);
        }
    }

    @Override
    boolean refresh(int destination) {
        makeRoom(destination);
        int best = table.best(destination);
        int after = NONE;
        int sourceAfter = NO_SOURCE;
        if (best != RouteTable.NONE) {
            after = export(best, destination);
            int from = table.sourceNumber(best);
            for (int path = table.firstPath(destination);
                    after == NONE && key().sendsOthers() && path != RouteTable.NONE;
                    path = table.nextPath(path)) {
                after = table.effective(path) == RouteTable.NONE ? NONE : export(path, destination);
                from = table.sourceNumber(path);
            }
            sourceAfter = after == NONE ? NO_SOURCE : key().echoes() ? RouteSource.SELF : from;
        }
        int before = sentSet[destination];
        int sourceBefore = sentSource[destination];
        if (before == after && sourceBefore == sourceAfter) {
            if (after != NONE) {
                table.attributes.release(after);
            }
            return false;
        }
        sentSet[destination] = after;
        sentSource[destination] = sourceAfter;
        differ(destination, 0, before, sourceBefore, after, sourceAfter);
        if (before == NONE) {
            table.hold(destination);
        } else if (after == NONE && !buried.add(destination)) {
            // What was held for being sent is otherwise held for being buried.
            table.release(destination);
        }
        if (before != NONE) {
            table.attributes.release(before);
        }
        return true;
    }

    private int export(int path, int destination) {
        return exports.apply(table.effective(path), table.sourceOf(path), destination);
    }

    @Override
    void repeat(int destination, GroupMember member) {
        makeRoom(destination);
        boolean has = sentSet[destination] != NONE
                && sentSource[destination] != member.source()
                && member.wants(table.attributes.set(sentSet[destination]));
        change(destination, 0, has ? sentSet[destination] : NONE, Audience.ALL);
    }

    @Override
    boolean isKnown(int destination) {
        return destination < sentSet.length && sentSet[destination] != NONE || buried.contains(destination);
    }

    @Override
    boolean hasSent(int destination, int member, @Nullable SetQuestion attributes) {
        return destination < sentSet.length
                && sentSet[destination] != NONE
                && sentSource[destination] != member
                && (attributes == null || attributes.isTrueOf(sentSet[destination]));
    }

    @Override
    void bury(int destination) {
        if (buried.add(destination)) {
            table.hold(destination);
        }
    }

    @Override
    boolean settle() {
        return buried.allRead();
    }

    @Override
    boolean letGo(int most) {
        return buried.letGo(most, table::release);
    }

    @Override
    boolean dispose(int most) {
        buried.unreadIsRead();
        int end = Math.min(sentSet.length, disposed + most);
        table.walks().look(end - disposed);
        for (int each = disposed; each < end; each++) {
            if (sentSet[each] != NONE) {
                table.attributes.release(sentSet[each]);
                sentSet[each] = NONE;
                table.release(each);
            }
        }
        disposed = end;
        return letGo(most) || end < sentSet.length;
    }

    private void makeRoom(int destination) {
        if (destination >= sentSet.length) {
            int from = sentSet.length;
            int longer = Math.max(16, table.keys.limit() + (table.keys.limit() >> 2));
            sentSet = Arrays.copyOf(sentSet, longer);
            sentSource = Arrays.copyOf(sentSource, longer);
            Arrays.fill(sentSet, from, longer, NONE);
            Arrays.fill(sentSource, from, longer, NO_SOURCE);
        }
    }
}
