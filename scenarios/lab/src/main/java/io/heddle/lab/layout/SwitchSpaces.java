package io.heddle.lab.layout;

import io.heddle.model.config.RoutedPort;
import io.heddle.model.config.SwitchConfig;
import io.heddle.model.config.VlanConfig;
import io.heddle.model.config.VrfConfig;
import io.heddle.model.fabric.VrfName;
import io.heddle.model.net.VlanId;
import io.heddle.render.InterfaceNames;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** A switch: its namespace, one more for each tenant, and the interfaces in them. */
final class SwitchSpaces {

    private final Draft draft;
    private final SwitchConfig config;
    private final Space space;
    private final Map<String, Meaning> meanings = new LinkedHashMap<>();

    SwitchSpaces(Draft draft, SwitchConfig config) {
        this.draft = draft;
        this.config = config;
        space = draft.space(config.name());
    }

    /** The namespace of the VRF that a VLAN is routed in; the switch's own where it is not routed. */
    static Space spaceOf(Draft draft, SwitchConfig config, VlanId vlan) {
        return config.vlans().stream()
                .filter(each -> each.vlan().equals(vlan))
                .flatMap(each -> each.svi().stream())
                .findFirst()
                .map(each -> spaceOf(draft, config, each.vrf()))
                .orElseGet(() -> draft.space(config.name()));
    }

    private static Space spaceOf(Draft draft, SwitchConfig config, VrfName vrf) {
        return vrf.equals(VrfName.DEFAULT) ? draft.space(config.name()) : draft.space(config.name(), vrf.value());
    }

    void add() {
        Map<VrfName, String> spaces = new LinkedHashMap<>();
        spaces.put(VrfName.DEFAULT, space.name());
        RouterSysctls.set(space);
        meanings.put("lo", new Meaning.Loopback());
        space.ip("link set dev lo up");
        config.loopbacks()
                .forEach(each -> space.address("lo", each + "/" + each.family().bits()));
        for (VrfConfig each : config.vrfs()) {
            Space tenant = spaceOf(draft, config, each.name());
            spaces.put(each.name(), tenant.name());
            RouterSysctls.set(tenant);
            tenant.ip("link set dev lo up");
            draft.substitute(Substitution.Kind.VRF);
        }
        config.routedPorts().forEach(this::routed);
        for (VlanConfig each : config.vlans()) {
            SwitchVlans.add(draft, config, each, space, spaceOf(draft, config, each.vlan()), meanings);
        }
        for (VrfConfig each : config.vrfs()) {
            each.l3vni()
                    .ifPresent(vni -> TenantRouting.add(
                            draft, config, vni, space, spaceOf(draft, config, each.name()), meanings));
        }
        if (config.mlagPeer().isPresent()) {
            draft.substitute(Substitution.Kind.MLAG);
        }
        draft.faces.put(config.name(), new SwitchFace(config, Collections.unmodifiableMap(spaces), meanings));
        if (config.bgp().isPresent()) {
            draft.routers.add(new RouterSpace(config.name(), Collections.unmodifiableMap(spaces)));
        }
    }

    private void routed(RoutedPort port) {
        String name = InterfaceNames.of(port.port());
        if (draft.wires(config.name()).stream()
                .noneMatch(each -> each.at(config.name()).name().equals(name))) {
            return;
        }
        port.addresses().forEach(each -> space.address(name, each));
        meanings.put(name, new Meaning.Routed(port.port(), port.neighbor()));
    }
}
