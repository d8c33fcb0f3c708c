package io.heddle.render.boot;

import io.heddle.model.config.RoutedPort;
import io.heddle.model.config.SwitchConfig;
import io.heddle.model.fabric.DeviceName;
import io.heddle.model.fabric.PortName;
import io.heddle.render.FabricView;
import io.heddle.render.InterfaceNames;
import io.heddle.render.RenderedFile;
import java.util.List;
import java.util.stream.Stream;

/**
 * Keeps the ports of a starting leaf to its nodes dark until the fabric's routes are in its kernel. A node sends to a leaf as soon as it sees
 * light there, by its bond or by its default route, and the leaf has no routes before its daemons run, its sessions are up and what they bring is
 * installed: seconds here, a minute on hardware, in which half of what the node sends is lost.
 */
public final class NodePorts {

    /** Below the root of the switch: a script for {@code /bin/sh}. */
    public static final String SCRIPT = "usr/local/sbin/heddle-node-ports";

    /** Below the root of the switch. */
    public static final String UNIT = "etc/systemd/system/heddle-node-ports.service";

    /**
     * After which a leaf that hears nothing of the fabric lights its ports all the same, for nodes that hang on it alone; as long as FRR
     * keeps Ethernet segments down after a start ({@code evpn mh startup-delay}).
     */
    private static final int MOST_SECONDS = 180;

    /** Routes that have grown by less than an eighth after so long are taken for all of them. Where pods come and go they are never quite the same. */
    private static final int STILL_SECONDS = 2;

    private static final String UNIT_TEXT = """
            [Unit]
            Description=Ports to nodes stay dark until BGP has brought the routes of the fabric
            After=networking.service
            Before=frr.service

            [Service]
            ExecStart=/bin/sh /%s

            [Install]
            WantedBy=multi-user.target
            """.formatted(SCRIPT);

    private NodePorts() {}

    /** The script and its unit; nothing for a switch without nodes, without BGP or without routed links to other switches. */
    public static List<RenderedFile> files(FabricView fabric, SwitchConfig device) {
        List<String> uplinks = device.routedPorts().stream()
                .filter(each -> !isNode(fabric, each.neighbor()))
                .map(each -> InterfaceNames.of(each.port()))
                .toList();
        List<String> ports =
                toNodes(fabric, device).map(InterfaceNames::of).distinct().toList();
        return device.bgp().isEmpty() || uplinks.isEmpty() || ports.isEmpty()
                ? List.of()
                : List.of(
                        new RenderedFile(SCRIPT, script(device.name(), uplinks, ports)),
                        new RenderedFile(UNIT, UNIT_TEXT));
    }

    private static Stream<PortName> toNodes(FabricView fabric, SwitchConfig device) {
        return Stream.concat(
                device.routedPorts().stream()
                        .filter(each -> isNode(fabric, each.neighbor()))
                        .map(RoutedPort::port),
                device.bridgePorts().stream()
                        .filter(each -> isNode(fabric, each.neighbor()))
                        .flatMap(each -> each.members().stream()));
    }

    private static boolean isNode(FabricView fabric, DeviceName device) {
        return fabric.fabric().findNode(device).isPresent();
    }

    /** The ports are lit however the script ends. */
    private static String script(DeviceName device, List<String> uplinks, List<String> ports) {
        return """
                #!/bin/sh
                # %s: ports to nodes stay dark until routes over the uplinks have come and no longer grow in number. Run once at a start.
                set -u
                ports='%s'
                lit() {
                    for port in $ports; do ip link set dev "$port" "$1"; done
                }
                routes() {
                    { ip -o -4 route show table all proto bgp; ip -o -6 route show table all proto bgp; } \\
                        | grep -c -E ' dev (%s)( |$)'
                }
                trap 'lit up' EXIT
                trap 'exit 1' INT TERM
                lit down
                before=0
                waited=0
                while [ "$waited" -lt %d ]; do
                    sleep %d
                    waited=$((waited + %d))
                    now=$(routes)
                    if [ "$before" -gt 0 ] && [ $((now - before)) -le $((before / 8)) ]; then exit 0; fi
                    before=$now
                done
                """.formatted(
                device, String.join(" ", ports), String.join("|", uplinks), MOST_SECONDS, STILL_SECONDS, STILL_SECONDS);
    }
}
