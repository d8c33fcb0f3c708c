package io.heddle.topology.plan;

import io.heddle.model.config.Irb;
import io.heddle.model.config.RouteTargets;
import io.heddle.model.config.RoutedPort.InterfaceAddress;
import io.heddle.model.config.VlanConfig;
import io.heddle.model.config.VrfConfig;
import io.heddle.model.fabric.Network;
import io.heddle.model.fabric.VrfName;
import io.heddle.model.net.Mac;
import io.heddle.model.net.Prefix;
import io.heddle.topology.address.PlacedNetwork;
import io.heddle.topology.design.Underlay;
import io.heddle.topology.wiring.Tier;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** VLANs, their routed interfaces and VRFs. */
final class Vlans {

    /** Locally administered; the same on every leaf. */
    private static final Mac ANYCAST_MAC = new Mac(0x02_48_47_00_00_01L);

    private final Draft draft;
    private final List<PlacedNetwork> inBand;

    /** Anycast SVIs are equal on all leafs; they share one list. */
    private final Map<Network, List<InterfaceAddress>> gateways = new HashMap<>();

    Vlans(Draft draft) {
        this.draft = draft;
        inBand = draft.addresses().networks().all().stream()
                .filter(each -> !each.network().outOfBand())
                .sorted(Comparator.comparing(each -> each.network().vlan()))
                .toList();
    }

    /**
     * The networks a switch has: in a bridged fabric all; under asymmetric IRB a leaf with nodes has all as well, since it routes into
     * every one; else those of the nodes of its rack. By VLAN.
     */
    List<PlacedNetwork> networks(int device) {
        Tier tier = draft.tier(device);
        List<PlacedNetwork> ofNodes = draft.nodeNetworks(device);
        if (tier == Tier.OUT_OF_BAND) {
            return ofNodes;
        }
        if (draft.design().underlay() == Underlay.BRIDGED) {
            return inBand;
        }
        if (draft.design().overlay().irb() == Irb.ASYMMETRIC && !ofNodes.isEmpty()) {
            return inBand;
        }
        return tier == Tier.LEAF ? ofNodes : List.of();
    }

    List<VlanConfig> of(int device) {
        List<VlanConfig> vlans = new ArrayList<>();
        for (PlacedNetwork each : networks(device)) {
            Network network = each.network();
            vlans.add(new VlanConfig(
                    network.vlan(), network.name(), network.vni(), RouteTargets.AUTOMATIC, svi(device, each)));
        }
        return vlans;
    }

    private Optional<VlanConfig.Svi> svi(int device, PlacedNetwork network) {
        boolean overlay = draft.design().overlay().evpn();
        boolean routes = draft.tier(device) == Tier.LEAF
                && draft.design().underlay() == Underlay.ROUTED
                && (!overlay || draft.design().overlay().irb() != Irb.NONE)
                && !network.network().outOfBand()
                && !network.network().subnets().isEmpty();
        if (!routes) {
            return Optional.empty();
        }
        List<InterfaceAddress> anycast = gateways.computeIfAbsent(network.network(), Vlans::gateway);
        return Optional.of(new VlanConfig.Svi(
                network.network().vrf(),
                overlay ? List.of() : draft.leafAddresses(network, device),
                anycast,
                Optional.of(ANYCAST_MAC)));
    }

    private static List<InterfaceAddress> gateway(Network network) {
        List<InterfaceAddress> gateways = new ArrayList<>();
        for (Prefix each : network.subnets()) {
            gateways.add(new InterfaceAddress(PlacedNetwork.gateway(each), each.length()));
        }
        return gateways;
    }

    /** The VRFs of a leaf's routed overlay VLANs, in the order of their first VLAN. */
    List<VrfConfig> vrfs(List<VlanConfig> vlans) {
        List<VrfConfig> vrfs = new ArrayList<>();
        vlans.stream()
                .flatMap(each -> each.svi().stream())
                .map(VlanConfig.Svi::vrf)
                .filter(each -> !each.equals(VrfName.DEFAULT))
                .distinct()
                .forEach(each -> vrfs.add(new VrfConfig(
                        each,
                        draft.addresses().vrfs().l3vni(each),
                        RouteTargets.AUTOMATIC,
                        draft.addresses().vrfs().l3vni(each).isPresent())));
        return vrfs;
    }
}
