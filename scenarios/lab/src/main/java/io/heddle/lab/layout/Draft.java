package io.heddle.lab.layout;

import io.heddle.model.config.NetworkConfig;
import io.heddle.model.endpoint.Endpoints;
import io.heddle.model.fabric.DeviceName;
import io.heddle.model.fabric.Fabric;
import io.heddle.model.fabric.Network;
import io.heddle.model.fabric.NetworkName;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A layout in the making. Single-threaded. */
final class Draft {

    final String lab;
    final Fabric fabric;
    final NetworkConfig config;
    final Endpoints endpoints;
    final Map<NetworkName, Network> networks = new HashMap<>();
    final List<String> plugs = new ArrayList<>();
    final List<Wire> wires = new ArrayList<>();
    final List<RouterSpace> routers = new ArrayList<>();
    final List<Host> hosts = new ArrayList<>();
    final Map<DeviceName, SwitchFace> faces = new LinkedHashMap<>();
    private final Map<String, Space> spaces = new LinkedHashMap<>();
    private final EnumMap<Substitution.Kind, Integer> substituted = new EnumMap<>(Substitution.Kind.class);

    Draft(String lab, Fabric fabric, NetworkConfig config, Endpoints endpoints) {
        this.lab = lab;
        this.fabric = fabric;
        this.config = config;
        this.endpoints = endpoints;
        fabric.networks().forEach(each -> networks.put(each.name(), each));
    }

    String spaceName(DeviceName device) {
        return "hd-" + lab + "-" + device;
    }

    /** The namespace of a device. */
    Space space(DeviceName device) {
        return spaces.computeIfAbsent(spaceName(device), Space::new);
    }

    /** A namespace of a part of a device: a tenant or a pod. */
    Space space(DeviceName device, String part) {
        return spaces.computeIfAbsent(spaceName(device) + "+" + part, Space::new);
    }

    void substitute(Substitution.Kind kind) {
        substituted.merge(kind, 1, Integer::sum);
    }

    List<Wire> wires(DeviceName device) {
        return wires.stream().filter(each -> each.touches(device)).toList();
    }

    LabLayout layout() {
        List<Substitution> substitutions = new ArrayList<>();
        substituted.forEach((kind, times) -> substitutions.add(new Substitution(kind, times)));
        return new LabLayout(lab, List.copyOf(spaces.values()), plugs, wires, routers, hosts, faces, substitutions);
    }
}
