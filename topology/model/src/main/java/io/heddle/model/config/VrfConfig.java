package io.heddle.model.config;

import io.heddle.model.fabric.VrfName;
import io.heddle.model.net.Vni;
import java.util.Optional;

/**
 * A VRF of a switch.
 *
 * @param l3vni under symmetric IRB, the VNI of routed traffic
 * @param advertiseSubnets originate type-5 routes for its subnets (RFC 9136)
 */
public record VrfConfig(VrfName name, Optional<Vni> l3vni, RouteTargets targets, boolean advertiseSubnets) {}
