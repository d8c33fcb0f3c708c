package io.heddle.bgp.rib;

import org.jspecify.annotations.Nullable;

/** A group whose members are sent the best path of each destination. */
final class BestGroup extends UpdateGroup {

    private static final int NO_SOURCE = -1;

    /** The set last sent, or NONE. */
    private final IntColumn sentSet = new IntColumn(NONE);
    /** Who the route came from: everybody else has it. */
    private final IntColumn sentSource = new IntColumn(NO_SOURCE);

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
        int before = sentSet.get(destination);
        int sourceBefore = sentSource.get(destination);
        if (before == after && sourceBefore == sourceAfter) {
            if (after != NONE) {
                table.attributes.release(after);
            }
            return false;
        }
        sentSet.set(destination, after);
        sentSource.set(destination, sourceAfter);
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
        boolean has = sentSet.get(destination) != NONE
                && sentSource.get(destination) != member.source()
                && member.wants(table.attributes.set(sentSet.get(destination)));
        change(destination, 0, has ? sentSet.get(destination) : NONE, Audience.ALL);
    }

    @Override
    boolean isKnown(int destination) {
        return destination < sentSet.size() && sentSet.get(destination) != NONE || buried.contains(destination);
    }

    @Override
    boolean hasSent(int destination, int member, @Nullable SetQuestion attributes) {
        return destination < sentSet.size()
                && sentSet.get(destination) != NONE
                && sentSource.get(destination) != member
                && (attributes == null || attributes.isTrueOf(sentSet.get(destination)));
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
        int end = Math.min(sentSet.size(), disposed + most);
        table.walks().look(end - disposed);
        for (int each = disposed; each < end; each++) {
            if (sentSet.get(each) != NONE) {
                table.attributes.release(sentSet.get(each));
                sentSet.set(each, NONE);
                table.release(each);
            }
        }
        disposed = end;
        return letGo(most) || end < sentSet.size();
    }

    private void makeRoom(int destination) {
        sentSet.reach(destination);
        sentSource.reach(destination);
    }
}
