package io.heddle.evpn.rib;

import io.heddle.bgp.attribute.AttributeSet;
import io.heddle.bgp.attribute.Octets;
import io.heddle.bgp.attribute.Origin;
import io.heddle.bgp.attribute.PathAttributes;
import io.heddle.bgp.rib.KeyedRoute;
import io.heddle.bgp.speaker.Speaker;
import io.heddle.bgp.wire.AddressFamilyId;
import io.heddle.evpn.community.EvpnAttributes;
import io.heddle.evpn.route.EvpnKey;
import io.heddle.evpn.route.EvpnNlri;
import io.heddle.evpn.route.EvpnRoute;
import io.heddle.evpn.vrf.Announcement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Own routes into the speaker. */
public final class SentRoutes {

    private static final AttributeSet BASE = AttributeSet.of(PathAttributes.originated(Origin.IGP), null);

    private SentRoutes() {}

    /** Originates routes; those with equal attributes together, so that they share messages. */
    public static void originate(Speaker speaker, Collection<Announcement> routes, long now) {
        Map<EvpnAttributes, List<KeyedRoute>> byAttributes = new LinkedHashMap<>();
        for (Announcement each : routes) {
            byAttributes
                    .computeIfAbsent(each.attributes(), _ -> new ArrayList<>())
                    .add(keyed(each.route()));
        }
        byAttributes.forEach((attributes, keyed) ->
                speaker.originate(AddressFamilyId.L2VPN_EVPN, keyed, attributes.into(BASE), now));
    }

    /** Withdraws routes; of each only the key is read. */
    public static void withdraw(Speaker speaker, Collection<EvpnRoute> routes, long now) {
        List<Octets> keys = routes.stream().map(each -> keyed(each).key()).toList();
        speaker.withdraw(AddressFamilyId.L2VPN_EVPN, keys, now);
    }

    /** As the RIB holds it. */
    public static KeyedRoute keyed(EvpnRoute route) {
        byte[] nlri = new byte[EvpnNlri.MAX_LENGTH];
        int end = EvpnNlri.encode(route, nlri, 0);
        byte[] out = new byte[EvpnNlri.MAX_LENGTH];
        Octets key = Octets.copyOf(out, 0, EvpnKey.key(nlri, 0, end, out, 0));
        return new KeyedRoute(key, Octets.copyOf(out, 0, EvpnKey.payload(nlri, 0, end, out, 0)));
    }
}
