package io.heddle.simulator.stable;

import io.heddle.evpn.vrf.TargetMatch;
import io.heddle.model.config.BridgePort;
import io.heddle.model.config.Irb;
import io.heddle.model.config.SwitchConfig;
import io.heddle.model.config.VlanConfig;
import io.heddle.model.config.VrfConfig;
import io.heddle.model.config.Vtep;
import io.heddle.model.net.Asn;
import io.heddle.model.net.Esi;
import io.heddle.model.net.RouteTarget;
import io.heddle.model.net.Vni;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A VLAN with a VNI on one VTEP: what originates type-2 and type-3 routes (rule 6.1).
 *
 * @param number its position among all exporters
 * @param vtep the position of the switch among the VTEPs
 * @param targets of type-3 and of MAC-only routes
 * @param routed the VRF whose L3VNI its MAC+IP routes carry, or null
 * @param routedTargets the VRF's targets, which these carry besides
 */
record Exporter(
        int number,
        int vtep,
        int switchNumber,
        SwitchConfig config,
        Vtep tunnel,
        VlanConfig vlan,
        Vni vni,
        List<RouteTarget> targets,
        @Nullable VrfConfig routed,
        List<RouteTarget> routedTargets) {

    static Exporter of(
            int number,
            int vtep,
            int switchNumber,
            SwitchConfig config,
            Vtep tunnel,
            VlanConfig vlan,
            Vni vni,
            Asn asn) {
        VrfConfig routed = config.irb() != Irb.SYMMETRIC
                ? null
                : vlan.svi()
                        .flatMap(svi -> config.vrfs().stream()
                                .filter(each -> each.name().equals(svi.vrf())
                                        && each.l3vni().isPresent())
                                .findFirst())
                        .orElse(null);
        List<RouteTarget> routedTargets = routed == null
                ? List.of()
                : TargetMatch.exported(routed.targets(), asn, routed.l3vni().orElseThrow());
        return new Exporter(
                number,
                vtep,
                switchNumber,
                config,
                tunnel,
                vlan,
                vni,
                TargetMatch.exported(vlan.targets(), asn, vni),
                routed,
                routedTargets);
    }

    boolean hasSvi() {
        return vlan.svi().isPresent();
    }

    /** Whether it originates the hosts of a local station: under multihoming only those attached to itself. */
    boolean originates(Station station) {
        return !config.multihoming() || station.portOn(switchNumber) != null;
    }

    /** The Ethernet segment its routes for a station carry. */
    Optional<Esi> esi(Station station) {
        String port = config.multihoming() ? station.portOn(switchNumber) : null;
        return port == null
                ? Optional.empty()
                : config.bridgePorts().stream()
                        .filter(each -> each.name().equals(port))
                        .findFirst()
                        .flatMap(BridgePort::esi);
    }
}
