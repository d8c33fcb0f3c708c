package io.heddle.render.frr;

import io.heddle.model.config.RoutedPort;
import io.heddle.model.config.StaticRoute;
import io.heddle.model.fabric.DeviceName;
import io.heddle.model.fabric.VrfName;
import io.heddle.model.net.IpAddress;
import io.heddle.model.net.IpFamily;
import io.heddle.model.net.Prefix;
import io.heddle.render.Gap;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Static routes of the default VRF (rule 4.3). Over a routed link the next hop is the far end's address; over an unnumbered one the
 * loopback of the node, if another static route leads to it: Linux answers ARP for it on any interface.
 */
record StaticRoutes(Router router, List<Gap> gaps) {

    /** Distance of the way over a VLAN where there is one over a link too: it counts only without that. */
    private static final String SECOND = " 2";

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        for (StaticRoute route : router.staticRoutes()) {
            String head = (route.prefix().family() == IpFamily.IPV4 ? "ip" : "ipv6") + " route " + route.prefix() + " ";
            if (route.via().isEmpty()) {
                lines.add(head + "blackhole");
                continue;
            }
            List<RoutedPort> ports = portsTo(route.via().get());
            ports.forEach(each -> lines.add(head + overPort(route, each)));
            Optional<String> lan = route.address().flatMap(this::lanTo);
            lan.ifPresent(each ->
                    lines.add(head + route.address().orElseThrow() + " " + each + (ports.isEmpty() ? "" : SECOND)));
            if (ports.isEmpty() && lan.isEmpty()) {
                gaps.add(new Gap(
                        "static route " + route.prefix() + " by " + route.via().get(),
                        "no link and no VLAN leads there; left out"));
            }
        }
        return lines;
    }

    private List<RoutedPort> portsTo(DeviceName device) {
        return router.routedPorts().stream()
                .filter(each -> each.neighbor().equals(device))
                .toList();
    }

    private Optional<String> lanTo(IpAddress address) {
        return router.lans().stream()
                .filter(each -> each.vrf().equals(VrfName.DEFAULT)
                        && each.all().stream().anyMatch(own -> Prefix.covering(own.address(), own.length())
                                .contains(address)))
                .map(Router.Lan::name)
                .findFirst();
    }

    private String overPort(StaticRoute route, RoutedPort port) {
        IpFamily family = route.prefix().family();
        String name = router.naming().port(port.port());
        Optional<IpAddress> farEnd = port.addresses().stream()
                .filter(each -> each.address().family() == family && each.length() == family.bits() - 1)
                .map(each -> other(each.address()))
                .findFirst();
        if (farEnd.isPresent()) {
            return farEnd.get() + " " + name;
        }
        if (route.prefix().isHost()) {
            // Linux takes no several IPv6 legs without a gateway.
            return family == IpFamily.IPV4 ? name : route.prefix().address() + " " + name + " onlink";
        }
        Optional<IpAddress> loopback = loopbackOf(route.via().orElseThrow(), family);
        if (loopback.isPresent()) {
            return loopback.get() + " " + name + " onlink";
        }
        gaps.add(new Gap(
                "static route " + route.prefix() + " over unnumbered " + port.port(),
                "no address of " + port.neighbor() + " is known, so it must answer ARP or ND for every address in it"));
        return name;
    }

    private Optional<IpAddress> loopbackOf(DeviceName device, IpFamily family) {
        return router.staticRoutes().stream()
                .filter(each -> each.via().filter(device::equals).isPresent()
                        && each.prefix().isHost()
                        && each.prefix().family() == family)
                .map(each -> each.prefix().address())
                .findFirst();
    }

    /** The other address of a /31 or /127 (RFC 3021, RFC 6164). */
    private static IpAddress other(IpAddress address) {
        return new IpAddress(address.family(), address.high(), address.low() ^ 1);
    }
}
