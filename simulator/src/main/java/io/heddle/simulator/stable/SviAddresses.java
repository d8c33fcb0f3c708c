package io.heddle.simulator.stable;

import io.heddle.model.config.NodeProgram;
import io.heddle.model.config.RoutedPort;
import io.heddle.model.config.SwitchConfig;
import io.heddle.model.config.VlanConfig;
import io.heddle.model.fabric.DeviceName;
import io.heddle.model.fabric.Network;
import io.heddle.model.fabric.NetworkName;
import io.heddle.model.fabric.VrfName;
import io.heddle.model.net.IpAddress;
import io.heddle.model.net.Prefix;
import io.heddle.model.net.VlanId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Who has which own address on which VLAN: SVIs of switches and interfaces of nodes. For sessions by address (rule 2.3). */
final class SviAddresses {

    /** An own address of a device on a VLAN. */
    record Owner(DeviceName device, VlanId vlan) {}

    private final Wiring wiring;
    private final LayerTwo layerTwo;
    private final Map<NetworkName, VlanId> vlanOf = new HashMap<>();
    private final Map<IpAddress, List<Owner>> owners = new HashMap<>();
    private final Map<DeviceName, List<Owned>> byDevice = new HashMap<>();

    /** An own address and its VLAN. */
    record Owned(IpAddress address, VlanId vlan) {}

    SviAddresses(Wiring wiring, LayerTwo layerTwo, List<NodeProgram> nodes) {
        this.wiring = wiring;
        this.layerTwo = layerTwo;
        for (Network each : wiring.fabric().networks()) {
            vlanOf.put(each.name(), each.vlan());
        }
        for (SwitchConfig each : wiring.switches()) {
            for (VlanConfig vlan : each.vlans()) {
                vlan.svi()
                        .filter(svi -> svi.vrf().equals(VrfName.DEFAULT))
                        .ifPresent(svi -> add(each.name(), vlan.vlan(), svi.own()));
            }
        }
        for (NodeProgram each : nodes) {
            if (wiring.isUp(each.name())) {
                for (NodeProgram.NetworkInterface own : each.interfaces()) {
                    VlanId vlan = vlanOf.get(own.network());
                    if (vlan != null) {
                        add(each.name(), vlan, own.addresses());
                    }
                }
            }
        }
        owners.values().forEach(each -> each.sort(Comparator.comparing(Owner::vlan)));
    }

    private void add(DeviceName device, VlanId vlan, List<RoutedPort.InterfaceAddress> addresses) {
        for (RoutedPort.InterfaceAddress each : addresses) {
            owners.computeIfAbsent(each.address(), _ -> new ArrayList<>()).add(new Owner(device, vlan));
            byDevice.computeIfAbsent(device, _ -> new ArrayList<>()).add(new Owned(each.address(), vlan));
        }
    }

    /** Who has an address, by VLAN, the smallest first. */
    List<Owner> ownersOf(IpAddress address) {
        return owners.getOrDefault(address, List.of());
    }

    List<Owned> ownedBy(DeviceName device) {
        return byDevice.getOrDefault(device, List.of());
    }

    /** Whether an interface of the router, an SVI or a node's interface, on that VLAN covers the address. */
    boolean covers(Router router, Owned other) {
        return switch (router.device()) {
            case SwitchConfig config ->
                config.vlans().stream()
                        .anyMatch(each -> each.vlan().equals(other.vlan())
                                && each.svi()
                                        .filter(svi -> svi.vrf().equals(VrfName.DEFAULT) && svi.covers(other.address()))
                                        .isPresent());
            case NodeProgram program ->
                program.interfaces().stream()
                        .filter(each -> other.vlan().equals(vlanOf.get(each.network())))
                        .flatMap(each -> each.addresses().stream())
                        .anyMatch(each ->
                                Prefix.covering(each.address(), each.length()).contains(other.address()));
            case null, default -> false;
        };
    }

    /** Whether two devices are connected on a VLAN (rule 2.3): some place of one is in the bridge domain of some place of the other. */
    boolean connected(DeviceName a, DeviceName b, VlanId vlan) {
        BridgeDomains domains = layerTwo.of(vlan);
        if (domains == null) {
            return false;
        }
        int[] placesOfB = places(b, domains);
        for (int each : places(a, domains)) {
            for (int other : placesOfB) {
                if (domains.domain(each) == domains.domain(other)) {
                    return true;
                }
            }
        }
        return false;
    }

    private int[] places(DeviceName device, BridgeDomains domains) {
        int switchNumber = wiring.number(device);
        if (switchNumber >= 0) {
            return new int[] {switchNumber};
        }
        Station station = domains.station(device);
        return station == null ? new int[0] : station.switches();
    }
}
