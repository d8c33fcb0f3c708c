package io.heddle.test.reference;

import io.heddle.model.config.RoutedPort.InterfaceAddress;
import io.heddle.model.fabric.DeviceName;
import io.heddle.model.fabric.PortRef;
import io.heddle.model.net.IpAddress;
import io.heddle.model.net.Prefix;
import io.heddle.model.net.VlanId;
import io.heddle.model.tables.NextHop;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Where a learned route sends packets (rule 5.4). */
final class NextHops {

    private final Map<DeviceName, Router> routers;
    private final Wiring wiring;
    private final Layer2 layer2;

    NextHops(Map<DeviceName, Router> routers, Wiring wiring, Layer2 layer2) {
        this.routers = routers;
        this.wiring = wiring;
        this.layer2 = layer2;
    }

    /** The next hops of a learned route, none if it can't be used. */
    List<NextHop> of(Candidate candidate, Prefix prefix) {
        Session session = candidate.from().orElseThrow();
        DeviceName nextHop = candidate.route().nextHop();
        if (!session.isInternal() || nextHop.equals(session.peer().name())) {
            return List.of(session.toPeer());
        }
        if (nextHop.equals(session.self().name())) {
            return List.of();
        }
        List<NextHop> links = overLinks(session.self(), nextHop);
        return links.isEmpty()
                ? overVlan(session.self(), nextHop, prefix).stream().toList()
                : links;
    }

    private List<NextHop> overLinks(Router self, DeviceName nextHop) {
        List<NextHop> found = new ArrayList<>();
        for (PortRef port : wiring.litPorts(self.name())) {
            boolean leadsThere = wiring.litFarEnd(self.name(), port.port())
                    .filter(far -> far.device().equals(nextHop))
                    .isPresent();
            if (leadsThere && self.routedPorts().contains(port.port())) {
                found.add(new NextHop.ViaPort(port.port(), nextHop));
            }
        }
        return found;
    }

    private Optional<NextHop> overVlan(Router self, DeviceName nextHop, Prefix prefix) {
        Router there = routers.get(nextHop);
        if (there == null) {
            return Optional.empty();
        }
        List<NextHop.ViaVlan> found = new ArrayList<>();
        for (Map.Entry<VlanId, List<InterfaceAddress>> each : there.own().entrySet()) {
            VlanId vlan = each.getKey();
            for (InterfaceAddress held : each.getValue()) {
                IpAddress address = held.address();
                if (self.covers(address, vlan) && layer2.areConnected(self.name(), nextHop, vlan)) {
                    found.add(new NextHop.ViaVlan(vlan, address));
                }
            }
        }
        return found.stream()
                .min(Comparator.comparing(
                                (NextHop.ViaVlan each) -> each.address().family() != prefix.family())
                        .thenComparing(NextHop.ViaVlan::vlan)
                        .thenComparing(NextHop.ViaVlan::address))
                .map(NextHop.class::cast);
    }
}
