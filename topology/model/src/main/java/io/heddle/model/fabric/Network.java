package io.heddle.model.fabric;

import io.heddle.model.net.Prefix;
import io.heddle.model.net.VlanId;
import io.heddle.model.net.Vni;
import java.util.List;
import java.util.Optional;

/**
 * A layer-2 network: a VLAN, the subnets on it and, in an overlay, its VNI.
 *
 * @param subnets of either family; several networks may share one subnet
 * @param provisioning DHCP and PXE are served here; it must be isolated from the data centre's own
 * @param outOfBand carried by the out-of-band switches only
 */
public record Network(
        NetworkName name,
        VlanId vlan,
        List<Prefix> subnets,
        Optional<Vni> vni,
        VrfName vrf,
        boolean provisioning,
        boolean outOfBand) {

    public Network {
        subnets = List.copyOf(subnets);
    }
}
