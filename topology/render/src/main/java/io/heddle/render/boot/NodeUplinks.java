package io.heddle.render.boot;

import io.heddle.model.config.RoutedPort;
import io.heddle.model.config.RoutedPort.InterfaceAddress;
import io.heddle.model.config.SwitchConfig;
import io.heddle.model.fabric.DeviceName;
import io.heddle.model.fabric.PortRef;
import io.heddle.model.net.IpAddress;
import io.heddle.model.net.IpFamily;
import io.heddle.render.FabricView;
import io.heddle.render.Gap;
import io.heddle.render.InterfaceNames;
import io.heddle.render.RenderedFile;
import io.heddle.render.node.NodeView;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The way out of a node that has routed links and speaks no BGP: one default route a family over all of them that have light. netplan cannot
 * say it, and the kernel gives up a route whose links were all down, so a script keeps it. The next hop is the leaf's address on the link; on an
 * unnumbered one the leaf's loopback, for which Linux answers ARP on every port.
 */
public final class NodeUplinks {

    /** Below the root of the node: a script for {@code /bin/sh}. */
    public static final String SCRIPT = "usr/local/sbin/heddle-node-uplinks";

    /** Below the root of the node. */
    public static final String UNIT = "etc/systemd/system/heddle-node-uplinks.service";

    private static final String UNIT_TEXT = """
            [Unit]
            Description=Default route over every uplink that has light
            After=systemd-networkd.service

            [Service]
            ExecStart=/bin/sh /%s
            Restart=always

            [Install]
            WantedBy=multi-user.target
            """.formatted(SCRIPT);

    private record Leg(String port, IpAddress via, boolean onLink) {
        @Override
        public String toString() {
            return port + " " + via + (onLink ? " onlink" : "");
        }
    }

    private NodeUplinks() {}

    /** The script and its unit; nothing where BGP brings routes, or where no link is routed. */
    public static List<RenderedFile> files(FabricView fabric, NodeView node, List<Gap> gaps) {
        if (node.routed() || node.routedPorts().isEmpty()) {
            return List.of();
        }
        boolean asksIpv6 = node.loopbacks().stream().anyMatch(each -> !each.isV4());
        List<Leg> legs = new ArrayList<>();
        for (RoutedPort each : node.routedPorts()) {
            Optional<Leg> ipv4 = leg(fabric, node, each, IpFamily.IPV4);
            Optional<Leg> ipv6 = leg(fabric, node, each, IpFamily.IPV6);
            Stream.of(ipv4, ipv6).flatMap(Optional::stream).forEach(legs::add);
            if (asksIpv6 && ipv6.isEmpty()) {
                gaps.add(new Gap(
                        "IPv6 default route over " + InterfaceNames.of(each.port()),
                        "not written: on an unnumbered link nobody answers for the leaf's loopback; number the link"));
            }
        }
        return List.of(new RenderedFile(SCRIPT, script(node.name(), legs)), new RenderedFile(UNIT, UNIT_TEXT));
    }

    private static Optional<Leg> leg(FabricView fabric, NodeView node, RoutedPort port, IpFamily family) {
        Optional<PortRef> far = fabric.fabric().farEnd(new PortRef(node.name(), port.port()));
        Optional<SwitchConfig> leaf = far.flatMap(each -> fabric.config().findSwitch(each.device()));
        if (far.isEmpty() || leaf.isEmpty()) {
            return Optional.empty();
        }
        String name = InterfaceNames.of(port.port());
        Optional<Leg> numbered = leaf.get().routedPorts().stream()
                .filter(each -> each.port().equals(far.get().port()))
                .flatMap(each -> each.addresses().stream())
                .map(InterfaceAddress::address)
                .filter(each -> each.family() == family)
                .findFirst()
                .map(each -> new Leg(name, each, false));
        return numbered.or(() -> leaf.get().loopbacks().stream()
                .filter(each -> family == IpFamily.IPV4 && each.isV4())
                .findFirst()
                .map(each -> new Leg(name, each, true)));
    }

    /** Pods' own interfaces come and go all the time: only news of the uplinks costs more than a look at a line. */
    private static String script(DeviceName node, List<Leg> legs) {
        return """
                #!/bin/sh
                # %s: a default route over every uplink that has light, set again whenever an uplink changes.
                set -u
                ipv4='%s'
                ipv6='%s'
                legs() {
                    printf '%%s\\n' "$1" | while read -r port via how; do
                        case $(ip -o link show dev "$port" 2>/dev/null) in
                            *[,\\<]LOWER_UP[,\\>]*) printf ' nexthop via %%s dev %%s %%s' "$via" "$port" "$how" ;;
                        esac
                    done
                }
                follow() {
                    [ -n "$2" ] || return 0
                    now=$(legs "$2")
                    if [ -n "$now" ]; then
                        ip "$1" route replace default proto static $now
                    else
                        ip "$1" route del default proto static 2>/dev/null
                    fi
                }
                set_routes() {
                    follow -4 "$ipv4"
                    follow -6 "$ipv6"
                }
                set_routes
                ip -o monitor link | {
                    sleep 1 # it listens by now, and what changed before that is looked at once more
                    set_routes
                    while read -r line; do
                        case $line in
                            %s) set_routes ;;
                        esac
                    done
                }
                """.formatted(
                        node,
                        text(legs, true),
                        text(legs, false),
                        legs.stream()
                                .map(each -> "*' " + each.port() + ":'*|*' " + each.port() + "@'*")
                                .distinct()
                                .collect(Collectors.joining("|")));
    }

    private static String text(List<Leg> legs, boolean ipv4) {
        return legs.stream()
                .filter(each -> each.via().isV4() == ipv4)
                .map(Leg::toString)
                .collect(Collectors.joining("\n"));
    }
}
