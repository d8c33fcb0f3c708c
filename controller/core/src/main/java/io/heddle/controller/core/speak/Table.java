package io.heddle.controller.core.speak;

import io.heddle.bgp.attribute.AttributeSet;
import io.heddle.bgp.attribute.NextHop;
import io.heddle.bgp.attribute.Octets;
import io.heddle.bgp.attribute.Origin;
import io.heddle.bgp.attribute.PathAttributes;
import io.heddle.bgp.rib.KeyedRoute;
import io.heddle.bgp.speaker.Speaker;
import io.heddle.bgp.wire.AddressFamilyId;
import io.heddle.controller.core.announce.Announcement;
import io.heddle.controller.core.announce.Difference;
import io.heddle.controller.core.announce.RouteKey;
import io.heddle.controller.core.announce.Wanted;
import io.heddle.evpn.rib.SentRoutes;
import io.heddle.model.config.Community;
import io.heddle.model.net.Prefix;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a speaker originates. Routes with equal attributes go in together, so that they share messages. Single-threaded: lives where the
 * speaker does.
 */
public final class Table {

    /** Switches are asked to keep all of it for so long while its speaker is away (RFC 4724 section 3), unless configured. */
    public static final int RESTART_SECONDS = 60;

    private final Speaker speaker;
    private Wanted held;

    public Table(Speaker speaker, Wanted empty) {
        this.speaker = speaker;
        held = empty;
    }

    public Difference to(Wanted wanted) {
        return Difference.between(held, wanted);
    }

    /** The first half of a change. */
    public void announce(Difference difference, long now) {
        Map<AttributeSet, List<Prefix>> unicast = new LinkedHashMap<>();
        Map<AttributeSet, List<KeyedRoute>> evpn = new LinkedHashMap<>();
        for (Announcement each : difference.announce()) {
            switch (each) {
                case Announcement.Unicast route ->
                    unicast.computeIfAbsent(
                                    base(route).withNextHop(NextHop.of(route.nextHop())), _ -> new ArrayList<>())
                            .add(route.prefix());
                case Announcement.Evpn route ->
                    evpn.computeIfAbsent(route.attributes().into(base(route)), _ -> new ArrayList<>())
                            .add(SentRoutes.keyed(route.route()));
            }
        }
        unicast.forEach((attributes, prefixes) -> speaker.originate(prefixes, attributes, now));
        evpn.forEach((attributes, routes) -> speaker.originate(AddressFamilyId.L2VPN_EVPN, routes, attributes, now));
    }

    /** The second half. */
    public void withdraw(Difference difference, Wanted wanted, long now) {
        withdraw(difference, now);
        held = wanted;
    }

    /** Both halves, for who goes by differences alone and never asks {@link #to}. */
    public void follow(Difference difference, long now) {
        announce(difference, now);
        withdraw(difference, now);
    }

    private void withdraw(Difference difference, long now) {
        List<Prefix> prefixes = new ArrayList<>();
        List<Octets> keys = new ArrayList<>();
        for (RouteKey each : difference.withdraw()) {
            switch (each) {
                case RouteKey.Unicast route -> prefixes.add(route.prefix());
                case RouteKey.Evpn route -> keys.add(route.octets());
            }
        }
        if (!keys.isEmpty()) {
            speaker.withdraw(AddressFamilyId.L2VPN_EVPN, keys, now);
        }
        if (!prefixes.isEmpty()) {
            speaker.withdraw(prefixes, now);
        }
    }

    private static AttributeSet base(Announcement announcement) {
        PathAttributes attributes = PathAttributes.originated(Origin.IGP);
        for (Community each : announcement.communities()) {
            attributes = attributes.withCommunity(Marks.marked(each));
        }
        return AttributeSet.of(attributes, null);
    }
}
