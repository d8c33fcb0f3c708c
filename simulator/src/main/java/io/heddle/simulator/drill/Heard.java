package io.heddle.simulator.drill;

import io.heddle.model.config.BridgePort;
import io.heddle.model.config.NetworkConfig;
import io.heddle.model.endpoint.Endpoint;
import io.heddle.model.endpoint.Endpoints;
import io.heddle.model.fabric.DeviceName;
import io.heddle.model.fabric.Fabric;
import io.heddle.model.fabric.Link;
import io.heddle.model.fabric.Outage;
import io.heddle.model.fabric.PortRef;
import io.heddle.model.net.Mac;
import io.heddle.model.tables.FdbEntry;
import io.heddle.model.tables.SwitchTables;
import io.heddle.simulator.stable.Contest;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Which of several pods with one MAC the tables say is heard: the one that a switch of its own node has behind the node's port. */
record Heard(Fabric fabric, NetworkConfig config, Outage outage, Function<DeviceName, Optional<SwitchTables>> tables) {

    /** Pods with one MAC that are heard in parts of the fabric that do not hear each other. */
    Optional<Contest> several(Endpoints all) {
        return Contest.among(config, all).stream()
                .filter(each -> winners(each).size() > 1)
                .findFirst();
    }

    /** The pods without those that are not heard; with all claimants where nobody is. */
    Endpoints among(Endpoints all) {
        Endpoints heard = all;
        for (Contest each : Contest.among(config, all)) {
            List<DeviceName> winners = winners(each);
            if (!winners.isEmpty()) {
                heard = each.wonBy(winners.getFirst(), heard);
            }
        }
        return heard;
    }

    private List<DeviceName> winners(Contest contest) {
        return contest.claimants().stream()
                .map(Endpoint::node)
                .filter(node -> fabric.links().stream().anyMatch(each -> isBehind(each, node, contest.mac())))
                .toList();
    }

    private boolean isBehind(Link cable, DeviceName node, Mac mac) {
        return outage.isUp(cable)
                && (cable.a().device().equals(node) && isBehind(cable.b(), mac)
                        || cable.b().device().equals(node) && isBehind(cable.a(), mac));
    }

    private boolean isBehind(PortRef port, Mac mac) {
        Optional<String> bridgePort = config.findSwitch(port.device()).stream()
                .flatMap(each -> each.bridgePorts().stream())
                .filter(each -> each.members().contains(port.port()))
                .map(BridgePort::name)
                .findFirst();
        return bridgePort.isPresent()
                && tables.apply(port.device()).stream()
                        .flatMap(SwitchTables::macs)
                        .anyMatch(each -> each.mac().equals(mac)
                                && each.target() instanceof FdbEntry.Target.Port(String name)
                                && name.equals(bridgePort.get()));
    }
}
