package io.heddle.model.config;

import io.heddle.model.fabric.DeviceName;
import io.heddle.model.net.IpAddress;
import io.heddle.model.net.Prefix;
import java.util.Optional;

/**
 * A static route in the default VRF.
 *
 * @param via the node whose block this is: reachable over a routed link to it, or over a VLAN both are on; absent means discard
 * @param address the node's address where it is reached over a VLAN or a numbered link
 */
public record StaticRoute(Prefix prefix, Optional<DeviceName> via, Optional<IpAddress> address) {}
