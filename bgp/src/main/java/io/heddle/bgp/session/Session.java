package io.heddle.bgp.session;

import io.heddle.bgp.session.SessionState.Idle;
import io.heddle.bgp.session.SessionState.OnConnection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything about one peer's session. Immutable.
 *
 * @param state the state the operator sees
 * @param rival a second connection while a collision is undecided (RFC 4271 section 6.8); never established
 * @param dialing a connect is under way
 * @param failures how often in a row the session ended by an error (ConnectRetryCounter)
 * @param restarting the R bit of our next OPEN (RFC 4724)
 * @param stale families whose routes are kept though the peer that sent them is gone or not yet done again
 * @param lastError why the last connection ended that did not end by a collision
 * @param dice where the jitter comes from
 */
public record Session(
        SessionState state,
        @Nullable OnConnection rival,
        boolean dialing,
        int failures,
        boolean restarting,
        List<StaleFamily> stale,
        @Nullable String lastError,
        long dice) {

    /** A peer that was not started. */
    public static Session idle(long seed) {
        return new Session(new Idle(SessionState.NEVER), null, false, 0, false, List.of(), null, seed);
    }

    /** When the next {@link SessionEvent.Tick} is due, or {@link SessionState#NEVER}. */
    public long wakeAt() {
        long earliest = state.deadline();
        if (rival != null) {
            earliest = Math.min(earliest, rival.deadline());
        }
        for (StaleFamily each : stale) {
            earliest = Math.min(earliest, each.until());
        }
        return earliest;
    }
}
