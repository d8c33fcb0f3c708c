package io.heddle.bgp.session;

/** The states of RFC 4271 section 8.2.2, each with its timers as deadlines in nanoseconds. */
public sealed interface SessionState {

    /** A timer that does not run. */
    long NEVER = Long.MAX_VALUE;

    /** The earliest deadline, or {@link #NEVER}. */
    long deadline();

    /** Refuses connections; starts by itself at {@code startAt} (IdleHoldTimer). */
    record Idle(long startAt) implements SessionState {
        @Override
        public long deadline() {
            return startAt;
        }
    }

    /** Our connect is under way; a new one at {@code retryAt} (ConnectRetryTimer). */
    record Connect(long retryAt) implements SessionState {
        @Override
        public long deadline() {
            return retryAt;
        }
    }

    /** Waiting for the peer to connect; our next connect at {@code retryAt} (ConnectRetryTimer). */
    record Active(long retryAt) implements SessionState {
        @Override
        public long deadline() {
            return retryAt;
        }
    }

    /** Has a connection. */
    sealed interface OnConnection extends SessionState {

        int connection();

        /** We opened it, not the peer. */
        boolean outgoing();
    }

    /** Connect or Active with the DelayOpenTimer running: connected, our OPEN leaves at {@code openAt}. */
    record OpenDelayed(int connection, boolean outgoing, long openAt) implements OnConnection {
        @Override
        public long deadline() {
            return openAt;
        }
    }

    /** Our OPEN was sent; the peer's must come before {@code holdAt} (HoldTimer with a large value). */
    record OpenSent(int connection, boolean outgoing, long holdAt) implements OnConnection {
        @Override
        public long deadline() {
            return holdAt;
        }
    }

    /** The peer's OPEN was accepted; its KEEPALIVE must come before {@code holdAt}. */
    record OpenConfirm(int connection, boolean outgoing, Negotiated negotiated, long holdAt, long keepaliveAt)
            implements OnConnection {
        @Override
        public long deadline() {
            return Math.min(holdAt, keepaliveAt);
        }
    }

    /**
     * Routes flow.
     *
     * @param since when it became so
     * @param holdAt when to look whether the hold timer has expired
     * @param keepaliveAt when to look whether a KEEPALIVE is due
     * @param sendHoldAt when to look whether the peer still takes what we send (RFC 9687)
     */
    record Established(
            int connection,
            boolean outgoing,
            Negotiated negotiated,
            long since,
            long holdAt,
            long keepaliveAt,
            long sendHoldAt)
            implements OnConnection {
        @Override
        public long deadline() {
            return Math.min(holdAt, Math.min(keepaliveAt, sendHoldAt));
        }
    }
}
