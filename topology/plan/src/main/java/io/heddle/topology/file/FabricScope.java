package io.heddle.topology.file;

import io.heddle.model.fabric.DeviceName;
import io.heddle.model.fabric.Link;
import io.heddle.model.fabric.NetworkName;
import io.heddle.model.fabric.PortRef;
import io.heddle.model.fabric.ProfileRef;
import io.heddle.model.fabric.RackName;
import io.heddle.model.fabric.VrfName;
import io.heddle.topology.yaml.Known;
import io.heddle.topology.yaml.YamlNode;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a fabric file has named so far, and where. Names count even when the rest of their entry is wrong, so that one mistake is told
 * once. Single-threaded.
 */
final class FabricScope {

    final Known<ProfileRef> profiles;
    final Declared<RackName> racks = new Declared<>("rack");
    final Declared<NetworkName> networks = new Declared<>("network");
    final Declared<VrfName> vrfs = new Declared<>("VRF");
    final Declared<DeviceName> devices = new Declared<>("device");

    private final Map<DeviceName, Declared<PortRef>> ports = new HashMap<>();
    private final Map<PortRef, Cabled> cabled = new HashMap<>();
    private long portCount;

    private record Cabled(Link link, YamlNode node) {}

    FabricScope(Known<ProfileRef> profiles) {
        this.profiles = profiles;
    }

    /** Makes room for more ports. False, with one problem in all, if the fabric is too large. */
    boolean admit(YamlNode node, long more) {
        boolean fitted = !isFull();
        portCount += more;
        if (fitted && isFull()) {
            node.wrong("more than " + Sizes.PORTS + " ports in all", "at most that many");
        }
        return !isFull();
    }

    /** Declares a port. False if the device has it already. */
    boolean declare(YamlNode node, PortRef port) {
        return portsOf(port.device()).declare(node, port);
    }

    boolean isFull() {
        return portCount > Sizes.PORTS;
    }

    private Declared<PortRef> portsOf(DeviceName device) {
        return ports.computeIfAbsent(device, each -> new Declared<>("port"));
    }

    /** True if device and port exist. */
    boolean check(YamlNode node, PortRef port) {
        return devices.check(node, port.device()) && portsOf(port.device()).check(node, port);
    }

    /** Puts a cable in both ports. False if one of them has one already. */
    boolean plug(YamlNode node, Link link) {
        boolean a = plug(node, link, link.a());
        boolean b = plug(node, link, link.b());
        return a && b;
    }

    private boolean plug(YamlNode node, Link link, PortRef end) {
        Cabled before = cabled.putIfAbsent(end, new Cabled(link, node));
        if (before == null) {
            return true;
        }
        node.wrong(
                "a second cable in port " + end,
                "one cable a port",
                "the first, " + before.link + ", is in line "
                        + before.node.place().line());
        return false;
    }

    /** The device at the other end of the cable in this port. */
    Optional<DeviceName> farDevice(PortRef port) {
        return Optional.ofNullable(cabled.get(port))
                .map(each -> each.link.otherEnd(port).device());
    }
}
