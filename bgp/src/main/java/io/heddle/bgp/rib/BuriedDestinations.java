package io.heddle.bgp.rib;

import java.util.function.IntConsumer;

/**
 * Destinations whose withdrawal has been written but not yet read by every member of a group: they must not be forgotten, since a member that
 * falls behind has to be told again. Once all have read everything they are let go of, a slice at a time. Single-threaded.
 */
final class BuriedDestinations {

    private NumberSet unread = new NumberSet();
    private NumberSet read = new NumberSet();

    /** True if it was not there before. */
    boolean add(int destination) {
        return unread.add(destination);
    }

    boolean contains(int destination) {
        return unread.contains(destination);
    }

    /** Every member has read everything written so far; false if what was read before is still being let go of. */
    boolean allRead() {
        if (!read.isEmpty() || unread.isEmpty()) {
            return false;
        }
        NumberSet empty = read;
        read = unread;
        unread = empty;
        return true;
    }

    /** Hands over some of those that all have read; true if there are more. */
    boolean letGo(int most, IntConsumer each) {
        int destination = read.next(0);
        for (int i = 0; i < most && destination != NumberSet.NONE; i++) {
            read.remove(destination);
            each.accept(destination);
            destination = read.next(destination);
        }
        return !read.isEmpty();
    }

    /** Nobody is left to read. */
    void unreadIsRead() {
        read.addAll(unread);
        unread = new NumberSet();
    }
}
