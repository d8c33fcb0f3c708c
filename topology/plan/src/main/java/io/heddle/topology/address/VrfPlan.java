package io.heddle.topology.address;

import io.heddle.model.config.Irb;
import io.heddle.model.fabric.Fabric;
import io.heddle.model.fabric.Vrf;
import io.heddle.model.fabric.VrfName;
import io.heddle.model.net.Vni;
import io.heddle.topology.design.Design;
import io.heddle.topology.fault.Faults;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The VRFs of an overlay and, under symmetric IRB, their L3VNIs. */
public final class VrfPlan {

    /** The overlay's networks are never in the table of the underlay: those that name no VRF are in this one. */
    public static final VrfName TENANT = VrfName.of("tenant");

    /** An L3VNI where the fabric names none. */
    private static final int L3VNI_BASE = 50_000;

    private final Map<VrfName, Vni> l3vnis = new HashMap<>();

    VrfPlan(Fabric fabric, Design design, NetworkPlan networks, Faults faults) {
        if (design.overlay().irb() != Irb.SYMMETRIC) {
            return;
        }
        Set<VrfName> names = new LinkedHashSet<>();
        fabric.vrfs().forEach(each -> names.add(each.name()));
        networks.all().stream()
                .filter(each -> !each.network().outOfBand())
                .forEach(each -> names.add(each.network().vrf()));
        names.remove(VrfName.DEFAULT);
        Map<VrfName, Vni> given = new HashMap<>();
        for (Vrf each : fabric.vrfs()) {
            each.l3vni().ifPresent(vni -> given.put(each.name(), vni));
        }
        Map<Vni, String> users = new HashMap<>();
        networks.all().forEach(each -> each.network()
                .vni()
                .ifPresent(vni -> users.put(vni, "network " + each.network().name())));
        int index = 0;
        for (VrfName each : names) {
            index++;
            Vni vni = given.getOrDefault(each, new Vni(L3VNI_BASE + index));
            l3vnis.put(each, vni);
            String other = users.put(vni, "VRF " + each);
            if (other != null) {
                faults.add("VNI " + vni, other + " and VRF " + each, "one user");
            }
        }
    }

    public Optional<Vni> l3vni(VrfName vrf) {
        return Optional.ofNullable(l3vnis.get(vrf));
    }
}
