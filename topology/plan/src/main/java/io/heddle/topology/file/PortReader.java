package io.heddle.topology.file;

import io.heddle.model.fabric.DeviceName;
import io.heddle.model.fabric.Port;
import io.heddle.model.fabric.PortName;
import io.heddle.model.fabric.PortRef;
import io.heddle.model.net.Bandwidth;
import io.heddle.topology.yaml.Keys;
import io.heddle.topology.yaml.YamlMapping;
import io.heddle.topology.yaml.YamlNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the port lists of one device (or of equal devices); numbers run over all of them. */
final class PortReader {

    static final Keys PORT = Keys.required("name", "speed").optional("number");

    private static final int HIGHEST_NUMBER = 65_535;

    private final FabricScope scope;
    private final List<DeviceName> devices;
    private final Map<Integer, PortName> byNumber = new HashMap<>();
    private int next = 1;

    PortReader(FabricScope scope, List<DeviceName> devices) {
        this.scope = scope;
        this.devices = devices;
    }

    List<Port> ports(YamlNode section) {
        List<Port> ports = new ArrayList<>();
        for (YamlNode each : section.list()) {
            if (scope.isFull()) {
                break;
            }
            read(each.mapping(PORT), ports);
        }
        return ports;
    }

    private void read(YamlMapping port, List<Port> into) {
        List<PortName> names = Words.names(port.at("name"), "a port name", PortName::of);
        Optional<Bandwidth> speed = Words.speed(port.at("speed"));
        next = port.at("number").integer(1, HIGHEST_NUMBER, next);
        if (!scope.admit(port.at("name"), (long) names.size() * devices.size())) {
            return;
        }
        for (PortName each : names) {
            boolean fresh = true;
            for (DeviceName device : devices) {
                fresh = scope.declare(port.at("name"), new PortRef(device, each)) && fresh;
            }
            if (!fresh) {
                return;
            }
            PortName taken = byNumber.putIfAbsent(next, each);
            if (taken != null) {
                port.node()
                        .wrong(
                                "number " + next + " for port " + each,
                                "a number of its own",
                                "port " + taken + " has it");
                return;
            }
            into.add(new Port(each, next++, speed.orElse(Bandwidth.NONE)));
        }
    }
}
