package io.heddle.bgp.rib;

import java.util.function.IntUnaryOperator;
import org.jspecify.annotations.Nullable;

/** Work on a table that is done a slice at a time. */
interface TableTask {

    /** Does a slice; false when all is done. */
    boolean step();

    /** The session with which the work ends, done or not; null if it has none. */
    default @Nullable PeerRoutes session() {
        return null;
    }

    /** A walk that does its slice from a place on and returns where to go on, or {@link PathWalks#DONE}. */
    static TableTask walk(IntUnaryOperator slice) {
        return ofSession(null, slice);
    }

    /** A walk that is about what a session brings. */
    static TableTask ofSession(@Nullable PeerRoutes session, IntUnaryOperator slice) {
        return new TableTask() {
            private int at;

            @Override
            public boolean step() {
                at = slice.applyAsInt(at);
                return at != PathWalks.DONE;
            }

            @Override
            public @Nullable PeerRoutes session() {
                return session;
            }
        };
    }
}
