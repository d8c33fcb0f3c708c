package io.heddle.bgp.rib;

import java.util.Arrays;
import java.util.function.IntPredicate;

/** A group whose members are sent the best path of each destination. */
final class BestGroup extends UpdateGroup {

    private static final int NO_SOURCE = -1;

    private final RouteMemo exports;
    /** The set last sent, or NONE. */
    private int[] sentSet = {};
    /** Who the route came from: everybody else has it. */
    private int[] sentSource = {};
    /** Withdrawn, but not everybody has read that yet. */
    private final NumberSet buried = new NumberSet();

    BestGroup(
            GroupKey key,
            RouteTable table,
            UpdatePacker packer,
            UpdateFormat format,
            RouteMemo exports,
            Alarm alarm,
            GroupLimits limits) {
        super(key, table, packer, format, alarm, limits);
        this.exports = exports;
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
    void collectSent(int member, IntPredicate attributes, NumberSet into) {
        int limit = Math.min(sentSet.length, table.keys.limit());
        for (int each = 0; each < limit; each++) {
            if (sentSet[each] != NONE && sentSource[each] != member && attributes.test(sentSet[each])) {
                into.add(each);
            }
        }
    }

    @Override
    void bury(int destination) {
        if (buried.add(destination)) {
            table.hold(destination);
        }
    }

    @Override
    void settle() {
        for (int each = buried.next(0); each != NumberSet.NONE; each = buried.next(each)) {
            buried.remove(each);
            table.release(each);
        }
    }

    @Override
    void dispose() {
        settle();
        for (int each = 0; each < sentSet.length; each++) {
            if (sentSet[each] != NONE) {
                table.attributes.release(sentSet[each]);
                sentSet[each] = NONE;
                table.release(each);
            }
        }
        sentSet = new int[0];
        sentSource = new int[0];
    }

    @Override
    RouteRules.Outcome explain(int path, int destination) {
        return exports.explain(table.effective(path), table.sourceOf(path), destination);
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
