package io.heddle.test.reference;

import io.heddle.model.net.Esi;
import io.heddle.model.net.IpAddress;
import io.heddle.model.net.Mac;
import io.heddle.model.net.Prefix;
import io.heddle.model.net.RouteTarget;
import io.heddle.model.net.VlanId;
import io.heddle.model.net.Vni;
import java.util.Optional;
import java.util.Set;

/** An EVPN route as its originator made it (rule 6.1). */
sealed interface EvpnRoute {

    /** A VTEP address. */
    IpAddress nextHop();

    Set<RouteTarget> targets();

    /**
     * Type 2.
     *
     * @param address absent where the MAC is announced alone
     * @param l3vni under symmetric IRB
     */
    record MacIp(
            VlanId vlan,
            Mac mac,
            Optional<IpAddress> address,
            Optional<Esi> esi,
            Optional<Vni> l3vni,
            IpAddress nextHop,
            Set<RouteTarget> targets)
            implements EvpnRoute {}

    /** Type 3. */
    record Multicast(IpAddress nextHop, Set<RouteTarget> targets) implements EvpnRoute {}

    /** Type 5. */
    record Subnet(Prefix prefix, IpAddress nextHop, Set<RouteTarget> targets) implements EvpnRoute {}
}
