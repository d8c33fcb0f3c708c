package io.heddle.controller.daemon.layout;

import io.heddle.controller.core.layout.SilentVtep;
import io.heddle.controller.core.layout.SilentVtep.Routed;
import io.heddle.controller.core.layout.SilentVtep.Segment;
import io.heddle.model.config.SwitchConfig;
import io.heddle.model.config.VlanConfig;
import io.heddle.model.config.VrfConfig;
import io.heddle.model.config.Vtep;
import io.heddle.model.fabric.DeviceName;
import io.heddle.model.net.Asn;
import io.heddle.model.net.Mac;
import io.heddle.model.net.Prefix;
import io.heddle.model.net.RouteDistinguisher;
import io.heddle.model.net.RouteTarget;
import io.heddle.model.net.Vni;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The VTEPs that cannot originate EVPN routes.
 *
 * @param asn in the route targets: {@code asn:vni}; receivers that derive theirs look at the VNI alone
 * @param routerMacs of each such switch; without one nothing of it is routed
 */
public record SilentVteps(Asn asn, Map<DeviceName, Optional<Mac>> routerMacs) {

    public SilentVteps {
        routerMacs = Map.copyOf(routerMacs);
    }

    Optional<SilentVtep> of(SwitchConfig config, String podNetwork) {
        Optional<Mac> mac = routerMacs.get(config.name());
        return mac == null || config.vtep().isEmpty()
                ? Optional.empty()
                : Optional.of(vtep(config, config.vtep().get(), mac, podNetwork));
    }

    private SilentVtep vtep(SwitchConfig config, Vtep vtep, Optional<Mac> mac, String podNetwork) {
        List<Segment> segments = config.vlans().stream()
                .flatMap(vlan -> vlan.vni().stream()
                        .map(vni -> new Segment(
                                podNetwork,
                                vni,
                                distinguisher(vtep, vlan.vlan().value()),
                                List.of(target(vni)),
                                mac.flatMap(each -> routed(config, vtep, vlan, each)))))
                .toList();
        return new SilentVtep(vtep.bridgedAddress(), segments);
    }

    private Optional<Routed> routed(SwitchConfig config, Vtep vtep, VlanConfig vlan, Mac mac) {
        return vlan.svi().flatMap(svi -> config.vrfs().stream()
                .filter(each -> each.name().equals(svi.vrf()))
                .map(VrfConfig::l3vni)
                .flatMap(Optional::stream)
                .findFirst()
                .map(l3vni -> new Routed(
                        l3vni,
                        distinguisher(vtep, l3vni.value() & 0xFFFF),
                        List.of(target(l3vni)),
                        mac,
                        svi.anycastGateway().stream()
                                .map(each -> Prefix.covering(each.address(), each.length()))
                                .toList())));
    }

    private RouteDistinguisher distinguisher(Vtep vtep, int number) {
        return vtep.primary().isV4()
                ? RouteDistinguisher.of(vtep.primary(), number)
                : RouteDistinguisher.of(asn, number);
    }

    private RouteTarget target(Vni vni) {
        return RouteTarget.derived(asn, vni);
    }
}
