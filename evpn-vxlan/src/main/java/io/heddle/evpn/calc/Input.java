package io.heddle.evpn.calc;

import io.heddle.evpn.community.EvpnAttributes;
import io.heddle.evpn.community.EvpnCommunity.MacMobility;
import io.heddle.evpn.route.EvpnRoute;
import io.heddle.model.config.SwitchConfig;
import io.heddle.model.fabric.DeviceName;
import io.heddle.model.net.IpAddress;
import io.heddle.model.net.Mac;
import io.heddle.model.net.VlanId;
import java.util.Collection;
import java.util.List;

/**
 * What the engine is told. Each input replaces what was said of the same thing before; in any order they end the same, but for what is
 * frozen as duplicate, which depends on what came when.
 */
public sealed interface Input {

    /** A switch is there, configured so. */
    record SwitchThere(SwitchConfig config) implements Input {}

    /** A switch is gone, and with it what its configuration said; what lives on its ports is told apart. */
    record SwitchGone(DeviceName device) implements Input {}

    /** The best path of a route in the RIB. Routes are the same if their keys are ({@link io.heddle.evpn.route.EvpnKey}). */
    record RouteThere(EvpnRoute route, EvpnAttributes attributes) implements Input {}

    /** The RIB has no path left; of the route only the key is read. */
    record RouteGone(EvpnRoute route) implements Input {}

    /**
     * A host speaks behind a switch's own ports.
     *
     * @param port the bridge port towards it
     * @param mobility how it was announced; a remote route that moved later takes the MAC away
     */
    record HostThere(DeviceName at, VlanId vlan, Mac mac, String port, List<IpAddress> addresses, MacMobility mobility)
            implements Input {

        public HostThere {
            addresses = List.copyOf(addresses);
        }
    }

    /** A host is no longer behind a switch. */
    record HostGone(DeviceName at, VlanId vlan, Mac mac) implements Input {}

    /**
     * The time, from which on moves of MACs are counted; it does not run backwards. Only an engine that detects duplicates listens.
     *
     * @param nanos on any scale
     */
    record Now(long nanos) implements Input {}

    /** A person has seen to a MAC that was used twice (RFC 7432 section 15.1): the switch counts anew and listens to all. */
    record DuplicateSettled(DeviceName at, VlanId vlan, Mac mac) implements Input {}

    /** Whether switches have a route to a VTEP, by the longest match in their default VRF that is neither discard nor the default route. */
    record Reachable(IpAddress vtep, Collection<DeviceName> from, boolean reachable) implements Input {

        public Reachable {
            from = List.copyOf(from);
        }
    }
}
