package io.heddle.render;

import io.heddle.model.config.NetworkConfig;
import io.heddle.model.config.RoutedPort.InterfaceAddress;
import io.heddle.model.config.SwitchConfig;
import io.heddle.model.config.VlanConfig;
import io.heddle.model.fabric.DeviceName;
import io.heddle.model.fabric.Fabric;
import io.heddle.model.fabric.MlagPair;
import io.heddle.model.fabric.Network;
import io.heddle.model.fabric.NetworkName;
import io.heddle.model.net.IpAddress;
import io.heddle.model.net.Mac;
import io.heddle.model.net.Prefix;
import io.heddle.model.net.VlanId;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** What rendering one device needs to know of the others. */
public final class FabricView {

    /** The range that Cumulus keeps for pairs of switches. */
    private static final long PAIR_MACS = 0x44_38_39_FF_00_00L;

    private final Fabric fabric;
    private final NetworkConfig config;
    private final Map<NetworkName, Network> networks = new HashMap<>();
    private final Map<VlanId, Set<InterfaceAddress>> gateways = new HashMap<>();
    private final Map<NetworkName, SortedSet<IpAddress>> taken = new HashMap<>();
    private final Map<String, Mac> pairMacs = new HashMap<>();

    public FabricView(Fabric fabric, NetworkConfig config) {
        this.fabric = fabric;
        this.config = config;
        fabric.networks().forEach(each -> networks.put(each.name(), each));
        for (SwitchConfig device : config.switches()) {
            for (VlanConfig vlan : device.vlans()) {
                vlan.svi().ifPresent(svi -> {
                    gateways.computeIfAbsent(vlan.vlan(), _ -> new LinkedHashSet<>())
                            .addAll(svi.anycastGateway());
                    take(vlan.network(), svi.own());
                });
            }
        }
        config.nodes().stream()
                .flatMap(each -> each.interfaces().stream())
                .forEach(each -> take(each.network(), each.addresses()));
        // By name, so that a pair keeps its MAC when others come and go.
        Set<Integer> taken = new HashSet<>();
        for (MlagPair pair : fabric.mlagPairs()) {
            int number = pair.name().hashCode() & 0xFFFF;
            while (!taken.add(number)) {
                number = (number + 1) & 0xFFFF;
            }
            pairMacs.put(pair.name(), new Mac(PAIR_MACS | number));
        }
    }

    private void take(NetworkName network, List<InterfaceAddress> addresses) {
        addresses.forEach(
                each -> taken.computeIfAbsent(network, _ -> new TreeSet<>()).add(each.address()));
    }

    /** The addresses that switches and nodes themselves have on a network; without the gateways. */
    public SortedSet<IpAddress> taken(NetworkName network) {
        return taken.getOrDefault(network, Collections.emptySortedSet());
    }

    public Fabric fabric() {
        return fabric;
    }

    public NetworkConfig config() {
        return config;
    }

    public Optional<Network> network(NetworkName name) {
        return Optional.ofNullable(networks.get(name));
    }

    /** The gateway that leafs answer for on a VLAN, in the subnet of {@code address}, with that subnet's length. */
    public Optional<InterfaceAddress> gateway(VlanId vlan, IpAddress address) {
        return gateways.getOrDefault(vlan, Set.of()).stream()
                .filter(each -> Prefix.covering(each.address(), each.length()).contains(address))
                .findFirst();
    }

    /** A switch's place in its MLAG pair; empty under EVPN multihoming, which needs none. */
    public Optional<MlagSide> mlagSide(SwitchConfig device) {
        if (device.mlagPeer().isEmpty() || device.multihoming()) {
            return Optional.empty();
        }
        DeviceName peer = device.mlagPeer().get();
        return fabric.mlagPairOf(device.name())
                .map(pair -> new MlagSide(
                        pairMacs.getOrDefault(pair.name(), new Mac(PAIR_MACS)),
                        pair.first().equals(device.name()),
                        config.findSwitch(peer)
                                .flatMap(each -> each.loopbacks().stream().findFirst())));
    }
}
