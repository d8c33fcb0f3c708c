package io.heddle.evpn.calc;

import io.heddle.model.config.SwitchConfig;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A switch that is there.
 *
 * @param vteps its own VTEP addresses; none if it imports nothing
 * @param macVrfs by VLAN, ascending
 * @param byVlan the same, to be asked
 * @param byVni its active MAC-VRFs by VNI
 */
record SwitchState(
        int number,
        SwitchConfig config,
        List<Vtep> vteps,
        Map<Integer, MacVrf> macVrfs,
        LongTable<MacVrf> byVlan,
        Map<Integer, MacVrf> byVni,
        List<IpVrf> ipVrfs) {

    @Nullable
    MacVrf ofVlan(int vlan) {
        return byVlan.get(vlan);
    }

    @Nullable
    MacVrf ofVni(int vni) {
        return byVni.get(vni);
    }
}
