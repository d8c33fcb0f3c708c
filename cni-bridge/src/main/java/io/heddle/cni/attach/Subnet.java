package io.heddle.cni.attach;

import io.heddle.model.net.IpAddress;
import io.heddle.model.net.Prefix;
import java.util.Optional;

/**
 * A subnet of a VLAN that pods are bridged to.
 *
 * @param gateway the fabric's address in it, for the pods' default route; absent for a VLAN without way out
 */
public record Subnet(Prefix prefix, Optional<IpAddress> gateway) {

    public Subnet {
        if (gateway.isPresent() && !prefix.contains(gateway.get())) {
            throw new IllegalArgumentException("gateway " + gateway.get() + " is outside " + prefix);
        }
    }
}
