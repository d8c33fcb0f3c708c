package io.heddle.render;

import io.heddle.model.config.SwitchConfig;
import io.heddle.model.config.VrfConfig;
import io.heddle.model.fabric.VrfName;
import io.heddle.model.net.VlanId;
import io.heddle.model.net.Vni;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A VLAN for each L3VNI of a switch, which a VLAN-aware bridge wants. Of local meaning only; found from the L3VNI, so that other VRFs
 * and VLANs rarely move it.
 */
public final class TransitVlans {

    private static final int FIRST = 3001;
    private static final int COUNT = 1000;

    /** The VLAN in which a VRF's routed traffic passes the bridge. */
    public record Transit(VrfName vrf, Vni l3vni, VlanId vlan) {}

    private TransitVlans() {}

    /** VRFs with an L3VNI, in the switch's order; none where the switch is no VTEP. */
    public static List<Transit> of(SwitchConfig device) {
        List<Transit> found = new ArrayList<>();
        if (device.vtep().isEmpty()) {
            return found;
        }
        Set<VlanId> taken = new HashSet<>();
        device.vlans().forEach(each -> taken.add(each.vlan()));
        for (VrfConfig vrf : device.vrfs()) {
            vrf.l3vni().ifPresent(vni -> {
                int offset = vni.value() % COUNT;
                while (!taken.add(new VlanId(FIRST + offset))) {
                    offset = (offset + 1) % COUNT;
                }
                found.add(new Transit(vrf.name(), vni, new VlanId(FIRST + offset)));
            });
        }
        return found;
    }
}
