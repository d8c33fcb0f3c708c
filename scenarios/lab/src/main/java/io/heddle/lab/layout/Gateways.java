package io.heddle.lab.layout;

import io.heddle.model.config.RoutedPort.InterfaceAddress;
import io.heddle.model.config.SwitchConfig;
import io.heddle.model.config.VlanConfig;
import io.heddle.model.net.IpAddress;
import io.heddle.model.net.Prefix;
import io.heddle.model.net.VlanId;
import java.util.ArrayList;
import java.util.List;

/** Who routes for the hosts of a VLAN. */
final class Gateways {

    private Gateways() {}

    /** Every address that a switch has on the VLAN, anycast ones first, each once. */
    static List<InterfaceAddress> of(Draft draft, VlanId vlan) {
        List<InterfaceAddress> anycast = new ArrayList<>();
        List<InterfaceAddress> own = new ArrayList<>();
        for (SwitchConfig each : draft.config.switches()) {
            each.vlans().stream()
                    .filter(one -> one.vlan().equals(vlan))
                    .map(VlanConfig::svi)
                    .flatMap(svi -> svi.stream())
                    .forEach(svi -> {
                        anycast.addAll(svi.anycastGateway());
                        own.addAll(svi.own());
                    });
        }
        anycast.addAll(own);
        return anycast.stream().distinct().toList();
    }

    /** Routes what these addresses send over the first gateway of their family. */
    static void use(
            Space space, String device, List<InterfaceAddress> addresses, List<InterfaceAddress> gateways, int table) {
        for (InterfaceAddress each : addresses) {
            gateways.stream()
                    .filter(gateway -> covers(gateway, each.address()))
                    .findFirst()
                    .ifPresent(gateway -> {
                        space.ip(
                                each.address().family(),
                                "route append default via " + gateway.address() + " dev " + device + " onlink metric "
                                        + table);
                        space.ip(each.address().family(), "rule add from " + each.address() + " table " + table);
                        space.ip(
                                each.address().family(),
                                "route replace default via " + gateway.address() + " dev " + device + " onlink table "
                                        + table);
                    });
        }
    }

    /** Whether the gateway is on the subnet of this address: two racks may use one VLAN number. */
    static boolean covers(InterfaceAddress gateway, IpAddress address) {
        return Prefix.covering(gateway.address(), gateway.length()).contains(address);
    }
}
