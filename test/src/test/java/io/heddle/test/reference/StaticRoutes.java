package io.heddle.test.reference;

import io.heddle.model.config.RoutedPort;
import io.heddle.model.config.StaticRoute;
import io.heddle.model.config.SwitchConfig;
import io.heddle.model.config.VlanConfig;
import io.heddle.model.fabric.DeviceName;
import io.heddle.model.fabric.VrfName;
import io.heddle.model.net.IpAddress;
import io.heddle.model.net.Prefix;
import io.heddle.model.net.VlanId;
import io.heddle.model.tables.NextHop;
import java.util.NavigableMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Static routes (rule 4.3). */
final class StaticRoutes {

    private final Wiring wiring;

    StaticRoutes(Wiring wiring) {
        this.wiring = wiring;
    }

    /** The next hops of every usable static route, those to one prefix together; {@code Discard} only alone. */
    NavigableMap<Prefix, SortedSet<NextHop>> of(SwitchConfig device) {
        NavigableMap<Prefix, SortedSet<NextHop>> usable = new TreeMap<>();
        for (StaticRoute each : device.staticRoutes()) {
            SortedSet<NextHop> nextHops = nextHops(device, each);
            if (!nextHops.isEmpty()) {
                usable.computeIfAbsent(each.prefix(), _ -> new TreeSet<>()).addAll(nextHops);
            }
        }
        for (SortedSet<NextHop> nextHops : usable.values()) {
            if (nextHops.size() > 1) {
                nextHops.remove(new NextHop.Discard());
            }
        }
        return usable;
    }

    private SortedSet<NextHop> nextHops(SwitchConfig device, StaticRoute route) {
        SortedSet<NextHop> found = new TreeSet<>();
        if (route.via().isEmpty()) {
            found.add(new NextHop.Discard());
            return found;
        }
        DeviceName via = route.via().get();
        for (RoutedPort each : device.routedPorts()) {
            if (wiring.litFarEnd(device.name(), each.port())
                    .filter(far -> far.device().equals(via))
                    .isPresent()) {
                found.add(new NextHop.ViaPort(each.port(), via));
            }
        }
        if (found.isEmpty() && route.address().isPresent()) {
            IpAddress address = route.address().get();
            device.vlans().stream()
                    .filter(each -> routes(each, address))
                    .map(VlanConfig::vlan)
                    .min(VlanId::compareTo)
                    .ifPresent(vlan -> found.add(new NextHop.ViaVlan(vlan, address)));
        }
        return found;
    }

    private static boolean routes(VlanConfig vlan, IpAddress address) {
        return vlan.svi()
                .filter(svi -> svi.vrf().equals(VrfName.DEFAULT) && svi.covers(address))
                .isPresent();
    }
}
