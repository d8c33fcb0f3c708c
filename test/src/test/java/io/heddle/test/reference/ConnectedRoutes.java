package io.heddle.test.reference;

import io.heddle.model.config.RoutedPort;
import io.heddle.model.config.RoutedPort.InterfaceAddress;
import io.heddle.model.config.SwitchConfig;
import io.heddle.model.config.VlanConfig;
import io.heddle.model.fabric.VrfName;
import io.heddle.model.net.Prefix;
import io.heddle.model.tables.NextHop;
import java.util.Comparator;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Connected routes (rules 4.1 and 4.2; rule 6.4 for tenants' VRFs). */
final class ConnectedRoutes {

    private final Wiring wiring;

    ConnectedRoutes(Wiring wiring) {
        this.wiring = wiring;
    }

    /** Connected prefixes of a VRF with the one way they are reached. */
    NavigableMap<Prefix, NextHop> of(SwitchConfig device, VrfName vrf) {
        NavigableMap<Prefix, NextHop> connected = new TreeMap<>();
        if (vrf.equals(VrfName.DEFAULT)) {
            device.routedPorts().stream()
                    .filter(each -> wiring.litFarEnd(device.name(), each.port()).isPresent())
                    .sorted(Comparator.comparing(RoutedPort::port))
                    .forEach(port -> port.addresses().stream()
                            .filter(ConnectedRoutes::hasSubnet)
                            .forEach(address ->
                                    connected.putIfAbsent(subnet(address), new NextHop.OnPort(port.port()))));
        }
        device.vlans().stream().sorted(Comparator.comparing(VlanConfig::vlan)).forEach(vlan -> subnetsOnVlan(vlan, vrf)
                .forEach(subnet -> connected.putIfAbsent(subnet, new NextHop.OnVlan(vlan.vlan()))));
        return connected;
    }

    /** The subnets of the switch's SVIs in a VRF. */
    static NavigableSet<Prefix> sviSubnets(SwitchConfig device, VrfName vrf) {
        NavigableSet<Prefix> subnets = new TreeSet<>();
        device.vlans().forEach(vlan -> subnetsOnVlan(vlan, vrf).forEach(subnets::add));
        return subnets;
    }

    private static Stream<Prefix> subnetsOnVlan(VlanConfig vlan, VrfName vrf) {
        return vlan.svi().filter(svi -> svi.vrf().equals(vrf)).stream()
                .flatMap(svi -> Stream.concat(svi.own().stream(), svi.anycastGateway().stream()))
                .filter(ConnectedRoutes::hasSubnet)
                .map(ConnectedRoutes::subnet);
    }

    private static boolean hasSubnet(InterfaceAddress address) {
        return address.length() < address.address().family().bits();
    }

    private static Prefix subnet(InterfaceAddress address) {
        return Prefix.covering(address.address(), address.length());
    }
}
