package io.heddle.test.reference;

import io.heddle.model.config.Community;
import io.heddle.model.net.Asn;
import io.heddle.model.net.IpAddress;
import java.util.Collections;
import java.util.Optional;

/** What a router accepts of what a peer sends (rule 5.1). */
final class Import {

    private Import() {}

    static Optional<BgpRoute> accept(Session session, Destination destination, BgpRoute received) {
        BgpRoute route = session.isInternal() ? received : received.withLocalPref(BgpRoute.DEFAULT_LOCAL_PREF);
        if (session.isInternal() ? isReflectedBack(session, route) : isLoop(session, route)) {
            return Optional.empty();
        }
        Asn ownAs = session.self().bgp().asn();
        return new PolicyRun(session.group().importPolicy(), destination, ownAs, false)
                .apply(route)
                .map(PolicyRun.Accepted::route)
                .map(each -> !session.isInternal() && each.communities().contains(Community.GRACEFUL_SHUTDOWN)
                        ? each.withLocalPref(0)
                        : each);
    }

    private static boolean isLoop(Session session, BgpRoute route) {
        return Collections.frequency(route.asPath(), session.self().bgp().asn())
                > session.group().allowOwnAs();
    }

    private static boolean isReflectedBack(Session session, BgpRoute route) {
        IpAddress ownId = session.self().bgp().routerId();
        return route.originatorId().filter(ownId::equals).isPresent()
                || route.clusterList().contains(ownId);
    }
}
