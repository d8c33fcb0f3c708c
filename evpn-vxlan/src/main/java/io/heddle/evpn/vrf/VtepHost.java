package io.heddle.evpn.vrf;

import io.heddle.evpn.community.EvpnCommunity.MacMobility;
import io.heddle.evpn.route.EvpnRoute;
import io.heddle.model.net.Esi;
import io.heddle.model.net.IpAddress;
import io.heddle.model.net.Mac;
import io.heddle.model.net.VlanId;
import java.util.List;

/**
 * A host as a VTEP announces it.
 *
 * @param segment {@link EvpnRoute#NO_ESI} with a single home
 */
public record VtepHost(VlanId vlan, Mac mac, List<IpAddress> addresses, Esi segment, MacMobility mobility) {

    public VtepHost {
        addresses = List.copyOf(addresses);
    }

    /** With a single home, never moved. */
    public static VtepHost of(VlanId vlan, Mac mac, List<IpAddress> addresses) {
        return new VtepHost(vlan, mac, addresses, EvpnRoute.NO_ESI, MacMobility.NEVER);
    }
}
