package io.heddle.bgp.rib;

/**
 * Which members of an update group a message is for, as a number: all, all but one (the source of the routes in it), or only one (the
 * new source, which must be told that what it was sent before is withdrawn; or the former one, which now gets what the others have).
 */
final class Audience {

    static final int ALL = 0;

    /** Instead of a member. */
    static final int SEVERAL = -1;

    private Audience() {}

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
        return (audience & 1) == 1 ? audience >> 1 != member : single(audience) == member;
    }

    /** The one that {@link #only} was given, or {@link #SEVERAL}. */
    static int single(int audience) {
        return audience == ALL || (audience & 1) == 1 ? SEVERAL : (audience >> 1) - 1;
    }
}
