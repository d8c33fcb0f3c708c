package io.heddle.simulator.stable;

import io.heddle.model.config.StaticRoute;
import io.heddle.model.config.SwitchConfig;
import io.heddle.model.config.VlanConfig;
import io.heddle.model.fabric.DeviceName;
import io.heddle.model.fabric.PortName;
import io.heddle.model.fabric.VrfName;
import io.heddle.model.net.IpAddress;
import io.heddle.model.net.Prefix;
import io.heddle.model.net.VlanId;
import io.heddle.model.tables.NextHop;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The usable static routes of a switch (rule 4.3). */
final class StaticRoutes {

    private final Wiring wiring;
    private final SwitchConfig config;
    private final Map<DeviceName, List<PortName>> portsTo = new HashMap<>();

    StaticRoutes(Wiring wiring, int switchNumber) {
        this.wiring = wiring;
        config = wiring.switches().get(switchNumber);
    }

    /** Next hops by prefix; several routes to one prefix are one entry, {@code Discard} only if there is no other next hop. */
    Map<Prefix, List<NextHop>> usable() {
        Map<Prefix, TreeSet<NextHop>> found = new HashMap<>();
        for (StaticRoute each : config.staticRoutes()) {
            List<NextHop> hops = hops(each);
            if (!hops.isEmpty()) {
                found.computeIfAbsent(each.prefix(), _ -> new TreeSet<>()).addAll(hops);
            }
        }
        Map<Prefix, List<NextHop>> usable = HashMap.newHashMap(found.size());
        found.forEach((prefix, hops) -> {
            if (hops.size() > 1) {
                hops.remove(new NextHop.Discard());
            }
            usable.put(prefix, List.copyOf(hops));
        });
        return usable;
    }

    List<NextHop> hops(StaticRoute route) {
        DeviceName via = route.via().orElse(null);
        if (via == null) {
            return List.of(new NextHop.Discard());
        }
        List<PortName> ports =
                portsTo.computeIfAbsent(via, _ -> wiring.portsTo(config.name(), config.routedPorts(), via));
        if (!ports.isEmpty()) {
            return ports.stream()
                    .<NextHop>map(port -> new NextHop.ViaPort(port, via))
                    .toList();
        }
        IpAddress address = route.address().orElse(null);
        VlanId vlan = address == null ? null : vlanTowards(address);
        return address == null || vlan == null ? List.of() : List.of(new NextHop.ViaVlan(vlan, address));
    }

    /** Whether anybody answers there no router asks. */
    private @Nullable VlanId vlanTowards(IpAddress address) {
        VlanId smallest = null;
        for (VlanConfig each : config.vlans()) {
            if ((smallest == null || each.vlan().compareTo(smallest) < 0)
                    && each.svi()
                            .filter(svi -> svi.vrf().equals(VrfName.DEFAULT) && svi.covers(address))
                            .isPresent()) {
                smallest = each.vlan();
            }
        }
        return smallest;
    }
}
