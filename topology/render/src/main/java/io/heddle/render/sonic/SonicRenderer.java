package io.heddle.render.sonic;

import io.heddle.model.config.BridgePort;
import io.heddle.model.config.RoutedPort;
import io.heddle.model.config.SwitchConfig;
import io.heddle.model.fabric.Port;
import io.heddle.model.fabric.PortName;
import io.heddle.model.fabric.Switch;
import io.heddle.model.fabric.SwitchRole;
import io.heddle.model.net.IpAddress;
import io.heddle.model.net.Prefix;
import io.heddle.render.FabricView;
import io.heddle.render.Gap;
import io.heddle.render.Naming;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes a switch's {@code config_db.json}. Pure: equal input, equal text. */
public final class SonicRenderer {

    private static final Naming NAMES = Naming.SONIC;

    private final FabricView fabric;
    private final SwitchConfig device;
    private final List<Gap> gaps;
    private final ConfigDb db = new ConfigDb();

    private SonicRenderer(FabricView fabric, SwitchConfig device, List<Gap> gaps) {
        this.fabric = fabric;
        this.device = device;
        this.gaps = gaps;
    }

    /**
     * The file's text; what cannot be said is added to {@code gaps}.
     *
     * @param roce whether ports have the classes of {@link io.heddle.render.qos.RoceClass}
     */
    public static String of(FabricView fabric, SwitchConfig device, boolean roce, List<Gap> gaps) {
        SonicRenderer renderer = new SonicRenderer(fabric, device, gaps);
        renderer.write(roce);
        return renderer.db.text();
    }

    private void write(boolean roce) {
        metadata();
        Map<String, Integer> ports = ports();
        device.loopbacks().forEach(this::loopback);
        device.routedPorts().forEach(this::routed);
        new Bridge(device, fabric.mlagSide(device), db, gaps).write();
        new Overlay(device, db, gaps).write();
        if (roce) {
            Qos.write(ports.keySet(), db);
        }
        gaps.add(new Gap(
                "lanes, MAC and hardware name", "the platform's own: lay this over its file (sonic-cfggen -j)"));
        if (ports.keySet().stream().anyMatch(each -> !each.startsWith("Ethernet"))) {
            gaps.add(new Gap("port names", "SONiC calls ports EthernetN; the device's profile names them otherwise"));
        }
    }

    private void metadata() {
        String type = fabric.fabric()
                .findSwitch(device.name())
                .map(each -> each.role().isLeaf() ? "LeafRouter" : type(each.role()))
                .orElse("LeafRouter");
        db.put(
                "DEVICE_METADATA",
                "localhost",
                "hostname",
                device.name().value(),
                "type",
                type,
                "docker_routing_config_mode",
                "split");
        device.bgp()
                .ifPresent(bgp -> db.put(
                        "DEVICE_METADATA", "localhost", "bgp_asn", bgp.asn().toString()));
    }

    private static String type(SwitchRole role) {
        return switch (role) {
            case LEAF, BORDER_LEAF -> "LeafRouter";
            case SPINE -> "SpineRouter";
            case SUPER_SPINE -> "UpperSpineRouter";
            case OUT_OF_BAND -> "MgmtToRRouter";
        };
    }

    /** The MTU of every port in use, by its name. */
    private Map<String, Integer> ports() {
        Map<PortName, Integer> mtus = new LinkedHashMap<>();
        device.routedPorts().forEach(each -> mtus.put(each.port(), each.mtu()));
        for (BridgePort bridged : device.bridgePorts()) {
            bridged.members().forEach(each -> mtus.put(each, bridged.mtu()));
        }
        Map<String, Integer> ports = new LinkedHashMap<>();
        List<Port> front =
                fabric.fabric().findSwitch(device.name()).map(Switch::ports).orElse(List.of());
        mtus.forEach((port, mtu) -> {
            String name = NAMES.port(port);
            ports.put(name, mtu);
            db.put("PORT", name, "admin_status", "up", "mtu", mtu.toString());
            front.stream()
                    .filter(each -> each.name().equals(port))
                    .forEach(each -> db.put(
                            "PORT", name, "speed", Long.toString(each.speed().bitsPerSecond() / 1_000_000)));
        });
        return ports;
    }

    /** The first address of a family is Loopback0's, a pair's shared one Loopback1's. */
    private void loopback(IpAddress address) {
        boolean shared = device.vtep()
                .flatMap(each -> each.anycast())
                .filter(address::equals)
                .isPresent();
        String name = shared ? "Loopback1" : "Loopback0";
        db.put("LOOPBACK_INTERFACE", name);
        db.put("LOOPBACK_INTERFACE", name + "|" + Prefix.host(address));
    }

    private void routed(RoutedPort port) {
        String name = NAMES.port(port.port());
        if (port.addresses().isEmpty()) {
            db.put("INTERFACE", name, "ipv6_use_link_local_only", "enable");
        } else {
            db.put("INTERFACE", name);
            port.addresses().forEach(each -> db.put("INTERFACE", name + "|" + each));
        }
    }
}
