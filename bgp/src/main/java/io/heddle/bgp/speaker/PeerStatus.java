package io.heddle.bgp.speaker;

import io.heddle.bgp.rib.RouteCounters;
import io.heddle.bgp.session.SessionState;
import io.heddle.model.net.IpAddress;
import java.util.Optional;

/**
 * How a peer is doing.
 *
 * @param remote the other end of the connection, if there is one
 * @param reason what led to the state
 * @param failures how often in a row the session ended by an error
 * @param lastError why its last connection ended
 * @param counters of the established session
 */
public record PeerStatus(
        int peer,
        String name,
        Optional<IpAddress> remote,
        SessionState state,
        String reason,
        int failures,
        Optional<String> lastError,
        Optional<RouteCounters> counters) {

    public boolean isEstablished() {
        return state instanceof SessionState.Established;
    }
}
