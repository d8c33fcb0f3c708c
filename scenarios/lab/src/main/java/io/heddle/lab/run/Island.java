package io.heddle.lab.run;

import io.heddle.lab.layout.LabLayout;
import io.heddle.lab.layout.SwitchFace;
import io.heddle.lab.layout.Wire;
import io.heddle.model.fabric.DeviceName;
import io.heddle.model.net.VlanId;
import java.util.HashMap;
import java.util.Map;

/**
 * Which devices a VLAN joins, by its wires and, where it has a VNI, by tunnels. Two racks may use one VLAN without being joined at all,
 * as those of out-of-band networks do.
 */
final class Island {

    private final Map<DeviceName, DeviceName> towards = new HashMap<>();

    private Island() {}

    static Island of(VlanId vlan, LabLayout layout) {
        Island island = new Island();
        for (Wire each : layout.wires()) {
            if (each.vlan().filter(vlan::equals).isPresent()) {
                island.merge(each.a().device(), each.b().device());
            }
        }
        DeviceName tunnelled = null;
        for (SwitchFace each : layout.switches()) {
            boolean extended = each.config().vtep().isPresent()
                    && each.config().vlans().stream()
                            .anyMatch(
                                    one -> one.vlan().equals(vlan) && one.vni().isPresent());
            if (extended && tunnelled != null) {
                island.merge(tunnelled, each.config().name());
            }
            if (extended) {
                tunnelled = each.config().name();
            }
        }
        return island;
    }

    boolean join(DeviceName one, DeviceName other) {
        return root(one).equals(root(other));
    }

    private void merge(DeviceName one, DeviceName other) {
        towards.put(root(one), root(other));
    }

    private DeviceName root(DeviceName device) {
        DeviceName at = device;
        DeviceName next = towards.get(at);
        while (next != null && !next.equals(at)) {
            at = next;
            next = towards.get(at);
        }
        return at;
    }
}
