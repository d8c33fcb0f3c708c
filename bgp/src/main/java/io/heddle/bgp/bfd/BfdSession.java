package io.heddle.bgp.bfd;

/**
 * Everything about one session (RFC 5880 section 6.8.1). Immutable; intervals are microseconds, times nanoseconds.
 *
 * @param timers what is asked for; the interval of sending counts only while the session is Up, before that it is at least a second
 * @param passive sends nothing before the peer has
 * @param mine local discriminator, never 0
 * @param yours the peer's, 0 while unknown
 * @param peer what the peer last said of itself
 * @param actualTx the Desired Min TX Interval in force: an increase waits for the end of the poll (section 6.8.3)
 * @param actualRx the Required Min RX Interval in force: a decrease waits for the end of the poll
 * @param poll how far the announcement of a change has come
 * @param sendAt when the next periodic packet is due, or {@link #NEVER}
 * @param expiresAt when the peer counts as gone, or {@link #NEVER}
 * @param dice where the jitter comes from
 */
public record BfdSession(
        BfdTimers timers,
        boolean passive,
        BfdState state,
        BfdDiagnostic diagnostic,
        int mine,
        int yours,
        Peer peer,
        long actualTx,
        long actualRx,
        Poll poll,
        long sendAt,
        long expiresAt,
        long dice) {

    /** A time that does not come. */
    public static final long NEVER = Long.MAX_VALUE;

    /** Section 6.8.3: while not Up, packets are at least this far apart. */
    static final long SLOW = 1_000_000;

    /**
     * The peer's last word.
     *
     * @param minRx its Required Min RX Interval, 1 before it said anything; 0: it wants no periodic packets
     * @param minTx its Desired Min TX Interval
     */
    record Peer(BfdState state, boolean independent, boolean demand, long minRx, long minTx, int detectMultiplier) {

        static final Peer UNKNOWN = new Peer(BfdState.DOWN, false, false, 1, 0, 0);
    }

    /** A poll sequence (section 6.5). */
    enum Poll {
        NONE,
        /** Packets carry the P bit until one with F comes. */
        RUNNING,
        /** Something changed while one was running: the next packet goes without P, then another sequence begins. */
        AGAIN
    }

    /** A session that was not started. */
    public static BfdSession of(BfdTimers timers, boolean passive, int mine, long seed) {
        if (mine == 0) {
            throw new IllegalArgumentException("a discriminator of 0 (RFC 5880 section 6.8.1)");
        }
        return new BfdSession(
                timers,
                passive,
                BfdState.ADMIN_DOWN,
                BfdDiagnostic.NONE,
                mine,
                0,
                Peer.UNKNOWN,
                Math.max(SLOW, timers.desiredMicros()),
                timers.requiredMicros(),
                Poll.NONE,
                NEVER,
                NEVER,
                seed);
    }

    /** When a {@link BfdEvent.Tick} is due next. */
    public long wakeAt() {
        return Math.min(sendAt, expiresAt);
    }

    /** What the next packet says as Desired Min TX Interval. */
    long desiredTx() {
        return state == BfdState.UP ? timers.desiredMicros() : Math.max(SLOW, timers.desiredMicros());
    }

    /** The time between periodic packets without jitter, or 0 when none are to be sent (section 6.8.7). */
    long interval() {
        boolean waits = passive && yours == 0;
        // A poll has to come through even to a peer in demand mode (section 6.6).
        boolean demanded = peer.demand() && state == BfdState.UP && peer.state() == BfdState.UP && poll == Poll.NONE;
        if (waits || demanded || peer.minRx() == 0) {
            return 0;
        }
        return Math.max(actualTx, peer.minRx());
    }

    /** How long the peer may be silent, in microseconds; 0 before it has spoken (section 6.8.4). */
    long detectionTime() {
        return peer.detectMultiplier() * Math.max(actualRx, peer.minTx());
    }

    BfdSession with(BfdState changed, BfdDiagnostic why) {
        return new BfdSession(
                timers, passive, changed, why, mine, yours, peer, actualTx, actualRx, poll, sendAt, expiresAt, dice);
    }

    BfdSession with(int theirs, Peer said) {
        return new BfdSession(
                timers,
                passive,
                state,
                diagnostic,
                mine,
                theirs,
                said,
                actualTx,
                actualRx,
                poll,
                sendAt,
                expiresAt,
                dice);
    }

    BfdSession with(BfdTimers asked) {
        return new BfdSession(
                asked,
                passive,
                state,
                diagnostic,
                mine,
                yours,
                peer,
                actualTx,
                actualRx,
                poll,
                sendAt,
                expiresAt,
                dice);
    }

    BfdSession with(Poll changed) {
        return new BfdSession(
                timers,
                passive,
                state,
                diagnostic,
                mine,
                yours,
                peer,
                actualTx,
                actualRx,
                changed,
                sendAt,
                expiresAt,
                dice);
    }

    BfdSession withActual(long tx, long rx) {
        return new BfdSession(
                timers, passive, state, diagnostic, mine, yours, peer, tx, rx, poll, sendAt, expiresAt, dice);
    }

    BfdSession sendingAt(long time, long rolled) {
        return new BfdSession(
                timers,
                passive,
                state,
                diagnostic,
                mine,
                yours,
                peer,
                actualTx,
                actualRx,
                poll,
                time,
                expiresAt,
                rolled);
    }

    BfdSession expiringAt(long time) {
        return new BfdSession(
                timers, passive, state, diagnostic, mine, yours, peer, actualTx, actualRx, poll, sendAt, time, dice);
    }
}
