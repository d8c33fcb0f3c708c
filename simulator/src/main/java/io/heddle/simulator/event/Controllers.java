package io.heddle.simulator.event;

import io.heddle.controller.core.layout.Layout;
import io.heddle.controller.core.speak.Table;
import io.heddle.model.net.Asn;

/**
 * The controllers of a fabric, over one store. Each has a session with every switch that its layout says is told, over a network of its own
 * beside the fabric, from which it may be cut off, as from the store; what they decide is {@link io.heddle.controller.core.Controller}'s, unchanged.
 *
 * @param replicas how many there are, numbered from 0; the first leads at the beginning
 * @param restartTime seconds, 0..4095, that switches are asked to keep what they were told while a controller is away (RFC 4724); 0 asks
 *     for nothing
 * @param layout the fabric as the controllers know it
 */
public record Controllers(int replicas, Asn asn, int restartTime, Layout layout, Times times) {

    /** What the daemon asks for unless configured. */
    public static final int RESTART_TIME = Table.RESTART_SECONDS;

    private static final int MOST = 9;

    /**
     * How quick the way from a pod to a switch is, in nanoseconds.
     *
     * @param report from a pod's attachment until its agent's report is with a controller
     * @param persist until what a report changed is durable, and with it whatever came in meanwhile
     * @param follow until the other controllers have read it
     * @param firstRetry an agent that nobody answered waits so long, twice as long after each try, at most {@code longestRetry}
     * @param lease another one leads so long after the leader's death
     * @param start from a controller's start until it has read the store
     * @param giveUp from what a controller asks a store that does not answer until it stops waiting
     * @param rejoin from the return of the store until a controller that was cut off has read it again
     */
    public record Times(
            long report,
            long persist,
            long follow,
            long firstRetry,
            long longestRetry,
            long lease,
            long start,
            long giveUp,
            long rejoin) {

        private static final long MILLI = 1_000_000;
        private static final long SECOND = 1_000_000_000;

        /** Three members of etcd are waited for, 2 s each; signs of life go to the store three times a lease. */
        public static final Times DEFAULT = new Times(
                2 * MILLI, 5 * MILLI, 2 * MILLI, 500 * MILLI, 4 * SECOND, 3 * SECOND, 2 * SECOND, 6 * SECOND, SECOND);

        public Times {
            if (report < 1
                    || persist < 1
                    || follow < 1
                    || firstRetry < 1
                    || longestRetry < firstRetry
                    || lease < 1
                    || start < 1
                    || giveUp < persist
                    || rejoin < 1) {
                throw new IllegalArgumentException(
                        "times of controllers take some time, the longest retry is no shorter than the first, and a write is"
                                + " waited for");
            }
        }
    }

    public Controllers {
        if (replicas < 1 || replicas > MOST) {
            throw new IllegalArgumentException(replicas + " controllers; expected 1 to " + MOST);
        }
    }
}
