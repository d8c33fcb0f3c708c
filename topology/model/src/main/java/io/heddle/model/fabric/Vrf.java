package io.heddle.model.fabric;

import io.heddle.model.net.Vni;
import java.util.Optional;

/**
 * A routing table of a tenant.
 *
 * @param l3vni the VNI of its routed traffic under symmetric IRB (RFC 9135 section 4)
 */
public record Vrf(VrfName name, Optional<Vni> l3vni) {}
