package io.heddle.bgp.rib;

/**
 * Which members of an update group a message is for, as a number: all, all but one (the source of the routes in it), or only one (the
 * new source, which must be told that what it was sent before is withdrawn; or the former one, which now gets what the others have).
 */
final class Audience {

    static final int ALL = 0;

    /** Instead of {@link #wanting}: targets do not matter. */
    static final int WHATEVER = -1;

    private Audience() {}

    /** Among them only those who want routes with this attribute set, by their route targets (RFC 4684). */
    static int wanting(int set) {
        return set << 1 | 1;
    }

    /** Among them only those who do not. */
    static int notWanting(int set) {
        return set << 1;
    }

    /** The set that {@link #wanting} or {@link #notWanting} were given. */
    static int set(int wanted) {
        return wanted >> 1;
    }

    static boolean isFor(int wanted) {
        return (wanted & 1) == 1;
    }

    static int allBut(int source) {
        return source << 1 | 1;
    }

    static int only(int source) {
        return source + 1 << 1;
    }

    static boolean contains(int audience, int member) {
        if (audience == ALL) {
            return true;
        }
        return (audience & 1) == 1 ? audience >> 1 != member : (audience >> 1) - 1 == member;
    }
}
