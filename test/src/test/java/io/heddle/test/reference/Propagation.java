package io.heddle.test.reference;

import io.heddle.model.fabric.DeviceName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Message passing for one destination, round by round (rule 5.7). All routers compute at once from what was sent in the round
 * before; a router to which nothing new came would only repeat itself and is skipped.
 */
final class Propagation {

    private static final int MAX_ROUNDS = 1_000;

    private final Map<DeviceName, Router> routers;
    private final Sessions sessions;
    private final NextHops nextHops;

    Propagation(Map<DeviceName, Router> routers, Sessions sessions, NextHops nextHops) {
        this.routers = routers;
        this.sessions = sessions;
        this.nextHops = nextHops;
    }

    /**
     * What every router ends up with.
     *
     * @param received the last route over each session, as its receiver sees the session; nothing if no state is stable
     */
    record Outcome(Destination destination, Map<Session, BgpRoute> received, boolean isOscillating) {}

    Outcome solve(Destination destination, Map<DeviceName, BgpRoute> originated) {
        Map<Session, BgpRoute> received = new HashMap<>();
        Set<DeviceName> awake = new TreeSet<>(originated.keySet());
        Set<Map<Session, BgpRoute>> seen = new HashSet<>();
        for (int round = 1; round <= MAX_ROUNDS; round++) {
            Map<Session, Optional<BgpRoute>> news = new LinkedHashMap<>();
            for (DeviceName name : awake) {
                Router router = routerNamed(name);
                Outcome now = new Outcome(destination, received, false);
                speak(router, now, Optional.ofNullable(originated.get(name)), news);
            }
            if (news.isEmpty()) {
                return new Outcome(destination, Map.copyOf(received), false);
            }
            // A state that comes back comes back for ever: no need to count to the end.
            if (!seen.add(Map.copyOf(received))) {
                break;
            }
            awake.clear();
            news.forEach((session, message) -> {
                awake.add(session.self().name());
                message.ifPresentOrElse(route -> received.put(session, route), () -> received.remove(session));
            });
        }
        return new Outcome(destination, Map.of(), true);
    }

    /** Adds what the router's peers hear from it now and did not hear before. */
    private void speak(Router router, Outcome now, Optional<BgpRoute> own, Map<Session, Optional<BgpRoute>> news) {
        List<Candidate> candidates = new ArrayList<>(learned(router, now));
        own.map(Candidate::own).ifPresent(candidates::add);
        Optional<Candidate> best = Decision.best(candidates);
        for (Session to : sessions.of(router)) {
            if (to.carries(now.destination().family())) {
                Session atPeer = sessions.reverse(to);
                Optional<BgpRoute> message = best.flatMap(each -> Export.send(each, to, now.destination()));
                if (!message.equals(Optional.ofNullable(now.received().get(atPeer)))) {
                    news.put(atPeer, message);
                }
            }
        }
    }

    /** What the router accepted from its peers and can use. */
    List<Candidate> learned(Router router, Outcome outcome) {
        List<Candidate> candidates = new ArrayList<>();
        for (Session session : sessions.of(router)) {
            BgpRoute message = outcome.received().get(session);
            if (message != null) {
                Import.accept(session, outcome.destination(), message)
                        .map(route -> Candidate.learned(route, session))
                        .filter(candidate -> isUsable(candidate, outcome.destination()))
                        .ifPresent(candidates::add);
            }
        }
        return candidates;
    }

    private boolean isUsable(Candidate candidate, Destination destination) {
        return switch (destination) {
            case Destination.Unicast unicast ->
                !nextHops.of(candidate, unicast.prefix()).isEmpty();
            // Rule 6.2: next hops of EVPN routes are judged where they are imported.
            case Destination.Evpn _ -> true;
        };
    }

    private Router routerNamed(DeviceName name) {
        Router router = routers.get(name);
        if (router == null) {
            throw new IllegalStateException(name + " is no living router");
        }
        return router;
    }
}
