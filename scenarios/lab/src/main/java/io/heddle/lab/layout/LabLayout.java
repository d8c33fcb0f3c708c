package io.heddle.lab.layout;

import io.heddle.model.config.NetworkConfig;
import io.heddle.model.endpoint.Endpoints;
import io.heddle.model.fabric.DeviceName;
import io.heddle.model.fabric.Fabric;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Everything a lab is made of. Equal plans make equal layouts.
 *
 * @param spaces the namespaces; a device's own comes before those of its tenants and pods
 * @param plugs lines for {@code ip -batch} that make every veth pair, across namespaces
 * @param routers where FRR runs
 * @param hosts who speaks
 * @param faces how each switch's interfaces are to be read
 */
public record LabLayout(
        String lab,
        List<Space> spaces,
        List<String> plugs,
        List<Wire> wires,
        List<RouterSpace> routers,
        List<Host> hosts,
        Map<DeviceName, SwitchFace> faces,
        List<Substitution> substitutions) {

    public LabLayout {
        spaces = List.copyOf(spaces);
        plugs = List.copyOf(plugs);
        wires = List.copyOf(wires);
        routers = List.copyOf(routers);
        hosts = List.copyOf(hosts);
        faces = Collections.unmodifiableMap(new LinkedHashMap<>(faces));
        substitutions = List.copyOf(substitutions);
    }

    /**
     * Lays out a planned fabric.
     *
     * @param lab the lab's name, part of every namespace's
     * @param endpoints the pods to start; all of them
     */
    public static LabLayout of(String lab, Fabric fabric, NetworkConfig config, Endpoints endpoints) {
        Draft draft = new Draft(lab, fabric, config, endpoints);
        new Cabling(draft).plug();
        config.switches().forEach(each -> new SwitchSpaces(draft, each).add());
        config.nodes().forEach(each -> new NodeSpaces(draft, each).add());
        config.externalRouters().forEach(each -> ExternalSpaces.add(draft, each));
        return draft.layout();
    }

    public Optional<Space> space(String name) {
        return spaces.stream().filter(each -> each.name().equals(name)).findFirst();
    }

    public Optional<RouterSpace> router(DeviceName device) {
        return routers.stream().filter(each -> each.device().equals(device)).findFirst();
    }

    /** A switch's face; every switch of the fabric has one. */
    public SwitchFace face(DeviceName device) {
        SwitchFace face = faces.get(device);
        if (face == null) {
            throw new IllegalArgumentException("no switch " + device + " in lab " + lab);
        }
        return face;
    }

    public Collection<SwitchFace> switches() {
        return faces.values();
    }
}
