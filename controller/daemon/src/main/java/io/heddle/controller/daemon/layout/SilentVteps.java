package io.heddle.controller.daemon.layout;

import io.heddle.controller.core.layout.SilentVtep;
import io.heddle.controller.core.layout.SilentVtep.Routed;
import io.heddle.controller.core.layout.SilentVtep.Segment;
import io.heddle.controller.core.layout.SilentVtep.SegmentPort;
import io.heddle.model.config.BridgePort;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The VTEPs that cannot originate EVPN routes.
 *
 * @param asn in the route targets: {@code asn:vni}; receivers that derive theirs look at the VNI alone
 */
public record SilentVteps(Asn asn, Map<DeviceName, Router> routers) {

    /** Distinguishers of Ethernet segments count from here; VLANs are below. */
    private static final int FIRST_SEGMENT = 32_768;

    /**
     * How a VTEP routes.
     *
     * @param mac without one nothing of it is routed
     * @param subnets whether its subnets are announced (type 5). FRR 8.4 takes away the MAC of a VTEP when the selected path of a type 5 becomes
     *     another with the same VTEP, as when one of two controllers dies, unless another prefix leads there. So: only where this controller is
     *     the only one, or the VTEP announces a type 5 of its own
     */
    public record Router(Optional<Mac> mac, boolean subnets) {}

    public SilentVteps {
        routers = Map.copyOf(routers);
    }

    /** Those that could route, and whose subnets are not announced. */
    public List<DeviceName> unannounced() {
        return routers.entrySet().stream()
                .filter(each ->
                        each.getValue().mac().isPresent() && !each.getValue().subnets())
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }

    Optional<SilentVtep> of(SwitchConfig config, String podNetwork) {
        Router router = routers.get(config.name());
        return router == null || config.vtep().isEmpty()
                ? Optional.empty()
                : Optional.of(vtep(config, config.vtep().get(), router, podNetwork));
    }

    private SilentVtep vtep(SwitchConfig config, Vtep vtep, Router router, String podNetwork) {
        List<Segment> segments = config.vlans().stream()
                .flatMap(vlan -> vlan.vni().stream()
                        .map(vni -> new Segment(
                                podNetwork,
                                vni,
                                distinguisher(vtep, vlan.vlan().value()),
                                List.of(target(vni)),
                                router.mac().flatMap(each -> routed(config, vtep, vlan, each, router.subnets())))))
                .toList();
        return new SilentVtep(vtep.bridgedAddress(), segments, ports(config, vtep));
    }

    private List<SegmentPort> ports(SwitchConfig config, Vtep vtep) {
        List<SegmentPort> ports = new ArrayList<>();
        if (!vtep.primary().isV4()) {
            // Its distinguisher is that of every other, so that one VTEP's routes of a segment would replace another's.
            return ports;
        }
        for (int i = 0; i < config.bridgePorts().size(); i++) {
            BridgePort port = config.bridgePorts().get(i);
            RouteDistinguisher own = distinguisher(vtep, FIRST_SEGMENT + i);
            List<Vni> vnis = config.vlans().stream()
                    .filter(each -> port.carries(each.vlan()))
                    .flatMap(each -> each.vni().stream())
                    .toList();
            port.esi()
                    .filter(_ -> !vnis.isEmpty())
                    .ifPresent(esi -> ports.add(new SegmentPort(port.neighbor(), esi, own, vnis)));
        }
        return ports;
    }

    private Optional<Routed> routed(SwitchConfig config, Vtep vtep, VlanConfig vlan, Mac mac, boolean subnets) {
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
                                .filter(_ -> subnets)
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
