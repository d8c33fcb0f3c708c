package io.heddle.model.config;

import io.heddle.model.fabric.DeviceName;
import io.heddle.model.net.IpAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a switch is told. Rendered as configuration, loaded by simulated speakers, given to real FRR: same config in, equal tables
 * out.
 *
 * @param loopbacks /32 and /128 addresses of the loopback, of either family
 * @param mlagPeer the other leaf of its MLAG pair
 * @param multihoming EVPN Ethernet segments replace MLAG
 */
public record SwitchConfig(
        DeviceName name,
        List<IpAddress> loopbacks,
        List<RoutedPort> routedPorts,
        List<BridgePort> bridgePorts,
        List<VlanConfig> vlans,
        List<VrfConfig> vrfs,
        Optional<Vtep> vtep,
        Irb irb,
        Optional<DeviceName> mlagPeer,
        boolean multihoming,
        List<StaticRoute> staticRoutes,
        Optional<BgpConfig> bgp) {

    public SwitchConfig {
        loopbacks = List.copyOf(loopbacks);
        routedPorts = List.copyOf(routedPorts);
        bridgePorts = List.copyOf(bridgePorts);
        vlans = List.copyOf(vlans);
        vrfs = List.copyOf(vrfs);
        staticRoutes = List.copyOf(staticRoutes);
    }

    /** The same with further static routes, which its BGP announces if it has one. */
    public SwitchConfig withStaticRoutes(List<StaticRoute> added) {
        List<StaticRoute> routes = new ArrayList<>(staticRoutes);
        routes.addAll(added);
        return with(routes, bgp.map(each -> each.withOrigination(new Origination.Static())));
    }

    /** The same with another BGP, or none. */
    public SwitchConfig withBgp(Optional<BgpConfig> other) {
        return with(staticRoutes, other);
    }

    private SwitchConfig with(List<StaticRoute> routes, Optional<BgpConfig> other) {
        return new SwitchConfig(
                name,
                loopbacks,
                routedPorts,
                bridgePorts,
                vlans,
                vrfs,
                vtep,
                irb,
                mlagPeer,
                multihoming,
                routes,
                other);
    }
}
