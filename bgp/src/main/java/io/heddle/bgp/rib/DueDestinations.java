package io.heddle.bgp.rib;

import java.util.function.IntPredicate;

/**
 * The destinations that a group has still to look at: those that changed, each once, and when all are to be looked at again, those that a
 * walk over the table has not come to yet. They come out in order of number, round and round, so that none waits for ever. Single-threaded.
 */
final class DueDestinations {

    private static final int NOT_WALKING = Integer.MAX_VALUE;

    private final RouteTable table;
    private final Runnable bell;
    private final NumberSet pending = new NumberSet();
    private int cursor;
    private int walk = NOT_WALKING;
    private boolean rung;
    private boolean deferred;

    /**
     * Nothing is due.
     *
     * @param bell is rung when something has become due, once until {@link #heard}
     */
    DueDestinations(RouteTable table, Runnable bell) {
        this.table = table;
        this.bell = bell;
    }

    void add(int destination) {
        if (pending.add(destination)) {
            table.hold(destination);
            ring();
        }
    }

    /** All destinations are due. */
    void addAll() {
        if (table.keys.limit() > 0) {
            walk = 0;
            ring();
        }
    }

    private void ring() {
        if (!rung) {
            rung = true;
            bell.run();
        }
    }

    void heard() {
        rung = false;
    }

    /** Nothing comes out until further notice (RFC 4724 section 4.1). */
    void defer(boolean wait) {
        deferred = wait;
        if (!wait && hasAny()) {
            ring();
        }
    }

    boolean isDeferred() {
        return deferred;
    }

    boolean isReady() {
        return hasAny() && !deferred;
    }

    private boolean hasAny() {
        return !pending.isEmpty() || walk != NOT_WALKING;
    }

    boolean contains(int destination) {
        return destination >= walk || pending.contains(destination);
    }

    /** Takes the walk, if there is one, further by so many numbers; those it asks about and that are worth it become due one by one. */
    void walk(int most, IntPredicate worth) {
        if (walk == NOT_WALKING) {
            return;
        }
        int limit = table.keys.limit();
        int end = Math.max(walk, Math.min(limit, walk + most));
        table.walks().look(end - walk);
        for (int each = walk; each < end; each++) {
            if (worth.test(each) && pending.add(each)) {
                table.hold(each);
            }
        }
        walk = end >= limit ? NOT_WALKING : end;
    }

    /** The next one, still held, or {@link NumberSet#NONE}. */
    int take() {
        int next = pending.next(cursor);
        if (next == NumberSet.NONE && cursor > 0) {
            next = pending.next(0);
        }
        if (next != NumberSet.NONE) {
            pending.remove(next);
            cursor = next + 1;
        }
        return next;
    }

    /** Forgets so many; true if there are more. */
    boolean forget(int most) {
        walk = NOT_WALKING;
        for (int i = 0; i < most && !pending.isEmpty(); i++) {
            table.release(take());
        }
        return !pending.isEmpty();
    }
}
