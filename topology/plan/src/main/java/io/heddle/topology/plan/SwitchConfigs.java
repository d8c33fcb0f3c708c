package io.heddle.topology.plan;

import io.heddle.model.config.BgpConfig;
import io.heddle.model.config.BridgePort;
import io.heddle.model.config.Irb;
import io.heddle.model.config.StaticRoute;
import io.heddle.model.config.SwitchConfig;
import io.heddle.model.config.VlanConfig;
import io.heddle.model.config.Vtep;
import io.heddle.model.fabric.DeviceName;
import io.heddle.model.net.IpAddress;
import io.heddle.model.net.IpFamily;
import io.heddle.topology.design.Underlay;
import io.heddle.topology.spec.PairMode;
import io.heddle.topology.wiring.Tier;
import java.util.List;
import java.util.Optional;

/** Writes what a switch is told. */
final class SwitchConfigs {

    private final Draft draft;
    private final RoutedPorts routedPorts;
    private final BridgePorts bridgePorts;
    private final Vlans vlans;
    private final Sessions sessions;
    private final Routes routes;

    SwitchConfigs(Draft draft, RoutedPorts routedPorts, Sessions sessions, Routes routes) {
        this.draft = draft;
        this.routedPorts = routedPorts;
        this.sessions = sessions;
        this.routes = routes;
        vlans = new Vlans(draft);
        bridgePorts = new BridgePorts(draft, vlans);
    }

    SwitchConfig of(int device) {
        boolean routed = draft.design().underlay() == Underlay.ROUTED && draft.tier(device) != Tier.OUT_OF_BAND;
        List<VlanConfig> ofDevice = vlans.of(device);
        List<BridgePort> bridge = bridgePorts.of(device);
        boolean isVtep = routed && ofDevice.stream().anyMatch(each -> each.vni().isPresent());
        List<IpAddress> loopbacks = routed ? routes.loopbacks(device, isVtep) : List.of();
        List<StaticRoute> statics = routed ? routes.statics(device) : List.of();
        int peer = draft.mlagPeer(device);
        return new SwitchConfig(
                draft.wiring().name(device),
                loopbacks,
                routed ? routedPorts.of(device) : List.of(),
                bridge,
                ofDevice,
                vlans.vrfs(ofDevice),
                isVtep ? Optional.of(vtep(device)) : Optional.empty(),
                isVtep ? draft.design().overlay().irb() : Irb.NONE,
                peer < 0
                        ? Optional.<DeviceName>empty()
                        : Optional.of(draft.wiring().name(peer)),
                bridge.stream().anyMatch(each -> each.esi().isPresent()),
                statics,
                routed ? Optional.of(bgp(device, loopbacks, statics)) : Optional.empty());
    }

    private Vtep vtep(int leaf) {
        IpFamily family = draft.options().vtepFamily();
        Optional<IpAddress> anycast = draft.mlagPeer(leaf) < 0
                ? Optional.empty()
                : Optional.of(draft.addresses().loopbacks().anycastVtep(leaf, family));
        boolean both = anycast.isPresent() && draft.options().pairMode() == PairMode.MLAG_ANYCAST_AND_PRIMARY;
        return new Vtep(draft.addresses().loopbacks().loopback(leaf, family), anycast, both);
    }

    private BgpConfig bgp(int device, List<IpAddress> loopbacks, List<StaticRoute> statics) {
        return new BgpConfig(
                draft.addresses().asns().of(device),
                draft.addresses().loopbacks().loopback(device, IpFamily.IPV4),
                sessions.of(device),
                routes.of(device, loopbacks, statics),
                draft.design().maxPaths(),
                draft.design().multipathRelax());
    }
}
