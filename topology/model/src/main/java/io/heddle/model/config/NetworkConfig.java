package io.heddle.model.config;

import io.heddle.model.fabric.DeviceName;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** The configuration of every router of a fabric, in the fabric's order. */
public final class NetworkConfig {

    private final List<SwitchConfig> switches;
    private final List<NodeProgram> nodes;
    private final List<ExternalRouter> externalRouters;
    private final Map<DeviceName, SwitchConfig> switchByName;
    private final Map<DeviceName, NodeProgram> nodeByName;

    public NetworkConfig(List<SwitchConfig> switches, List<NodeProgram> nodes, List<ExternalRouter> externalRouters) {
        this.switches = List.copyOf(switches);
        this.nodes = List.copyOf(nodes);
        this.externalRouters = List.copyOf(externalRouters);
        switchByName = HashMap.newHashMap(switches.size());
        nodeByName = HashMap.newHashMap(nodes.size());
        switches.forEach(each -> switchByName.put(each.name(), each));
        nodes.forEach(each -> nodeByName.put(each.name(), each));
    }

    /** The same with every switch told otherwise. */
    public NetworkConfig withSwitches(UnaryOperator<SwitchConfig> told) {
        return new NetworkConfig(switches.stream().map(told).toList(), nodes, externalRouters);
    }

    public List<SwitchConfig> switches() {
        return switches;
    }

    public List<NodeProgram> nodes() {
        return nodes;
    }

    public List<ExternalRouter> externalRouters() {
        return externalRouters;
    }

    public Optional<SwitchConfig> findSwitch(DeviceName name) {
        return Optional.ofNullable(switchByName.get(name));
    }

    public Optional<NodeProgram> findNode(DeviceName name) {
        return Optional.ofNullable(nodeByName.get(name));
    }
}
