package io.heddle.simulator.stable;

import io.heddle.model.config.NodeProgram;
import io.heddle.model.config.RoutedPort;
import io.heddle.model.config.VlanConfig;
import io.heddle.model.endpoint.Endpoint;
import io.heddle.model.endpoint.NodeEndpoints;
import io.heddle.model.net.AddressSet;
import io.heddle.model.net.IpAddress;
import io.heddle.model.net.IpFamily;
import io.heddle.model.net.Mac;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** One host of a station: a node interface or a bridged pod (rule 1.4). */
record Host(Mac mac, List<IpAddress> addresses) {

    static void forEach(Station station, Consumer<Host> action) {
        for (NodeProgram.NetworkInterface each : station.interfaces()) {
            action.accept(new Host(
                    each.mac(),
                    each.addresses().stream()
                            .map(RoutedPort.InterfaceAddress::address)
                            .toList()));
        }
        NodeEndpoints pods = station.pods();
        for (int i = 0; pods != null && i < pods.size(); i++) {
            Endpoint pod = pods.get(i);
            List<IpAddress> addresses = new ArrayList<>(2);
            pod.ipv4().ifPresent(addresses::add);
            pod.ipv6().ifPresent(addresses::add);
            action.accept(new Host(pod.mac(), addresses));
        }
    }

    /** How many of a station's addresses an SVI covers: IPv4 at 0, IPv6 at 1. */
    static long[] covered(Station station, VlanConfig.Svi svi) {
        long[] counts = new long[2];
        for (NodeProgram.NetworkInterface each : station.interfaces()) {
            for (RoutedPort.InterfaceAddress own : each.addresses()) {
                if (svi.covers(own.address())) {
                    counts[own.address().isV4() ? 0 : 1]++;
                }
            }
        }
        if (station.pods() != null) {
            for (IpFamily family : IpFamily.values()) {
                counts[family == IpFamily.IPV4 ? 0 : 1] +=
                        covered(station.pods().addresses(family), svi);
            }
        }
        return counts;
    }

    private static long covered(AddressSet addresses, VlanConfig.Svi svi) {
        long count = 0;
        for (int i = 0; i < addresses.size(); i++) {
            if (svi.covers(addresses.get(i))) {
                count++;
            }
        }
        return count;
    }
}
