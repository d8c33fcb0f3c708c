package io.heddle.test.reference;

import java.util.Optional;

/**
 * A route in a router's BGP table.
 *
 * @param from the session it came over, as the router sees it; absent if the router originated it
 */
record Candidate(BgpRoute route, Optional<Session> from) {

    static Candidate own(BgpRoute route) {
        return new Candidate(route, Optional.empty());
    }

    static Candidate learned(BgpRoute route, Session from) {
        return new Candidate(route, Optional.of(from));
    }

    boolean isOwn() {
        return from.isEmpty();
    }

    boolean isInternal() {
        return from.filter(Session::isInternal).isPresent();
    }
}
