package io.heddle.render.sonic;

import io.heddle.model.config.SwitchConfig;
import io.heddle.model.config.VlanConfig;
import io.heddle.model.config.VrfConfig;
import io.heddle.model.config.Vtep;
import io.heddle.model.net.VlanId;
import io.heddle.model.net.Vni;
import io.heddle.render.Gap;
import io.heddle.render.Naming;
import io.heddle.render.TransitVlans;
import java.util.List;

/** VRFs and VXLAN. */
record Overlay(SwitchConfig device, ConfigDb db, List<Gap> gaps) {

    private static final Naming NAMES = Naming.SONIC;
    private static final String TUNNEL = "vtep";

    void write() {
        for (VrfConfig vrf : device.vrfs()) {
            db.put("VRF", NAMES.vrf(vrf.name()));
            vrf.l3vni().ifPresent(vni -> db.put("VRF", NAMES.vrf(vrf.name()), "vni", vni.toString()));
        }
        device.vtep().ifPresent(this::vtep);
    }

    private void vtep(Vtep vtep) {
        db.put("VXLAN_TUNNEL", TUNNEL, "src_ip", vtep.bridgedAddress().toString());
        db.put("VXLAN_EVPN_NVO", "nvo", "source_vtep", TUNNEL);
        for (VlanConfig vlan : device.vlans()) {
            if (vlan.vlan().value() > 1) {
                vlan.vni().ifPresent(vni -> map(vlan.vlan(), vni));
            }
        }
        for (TransitVlans.Transit each : TransitVlans.of(device)) {
            db.put("VLAN", NAMES.vlan(each.vlan()), "vlanid", each.vlan().toString());
            db.put("VLAN_INTERFACE", NAMES.vlan(each.vlan()), "vrf_name", NAMES.vrf(each.vrf()));
            map(each.vlan(), each.l3vni());
        }
        if (vtep.anycast().isPresent() && vtep.advertisePrimary()) {
            gaps.add(new Gap(
                    "VTEP " + vtep.primary(), "SONiC has one tunnel source; routed traffic uses the pair's too"));
        }
    }

    private void map(VlanId vlan, Vni vni) {
        db.put(
                "VXLAN_TUNNEL_MAP",
                TUNNEL + "|map_" + vni + "_" + NAMES.vlan(vlan),
                "vlan",
                NAMES.vlan(vlan),
                "vni",
                vni.toString());
    }
}
