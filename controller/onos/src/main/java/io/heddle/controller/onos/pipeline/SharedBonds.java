package io.heddle.controller.onos.pipeline;

import io.heddle.model.config.BridgePort;
import io.heddle.model.config.NetworkConfig;
import io.heddle.model.config.SwitchConfig;
import io.heddle.model.config.Vtep;
import io.heddle.model.fabric.DeviceName;
import io.heddle.model.fabric.Fabric;
import io.heddle.model.fabric.Link;
import io.heddle.model.fabric.Outage;
import io.heddle.model.fabric.PortRef;
import io.heddle.model.net.Esi;
import io.heddle.model.net.IpAddress;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Which bonds of a fabric several leafs have: by an Ethernet segment, or by an MLAG pair's number for it. */
final class SharedBonds {

    /** What a bond is the same by: its segment, or the first leaf of the pair and the pair's number. */
    private sealed interface Bond {
        record Segment(Esi esi) implements Bond {}

        record OfPair(DeviceName first, int number) implements Bond {}
    }

    private record Half(DeviceName device, Optional<IpAddress> vtep, List<Link> links) {
        boolean isUp(Outage outage) {
            return links.stream().anyMatch(outage::isUp);
        }
    }

    private final Map<Bond, List<Half>> halves = new HashMap<>();
    private final Map<DeviceName, SwitchConfig> configs = new HashMap<>();

    SharedBonds(Fabric fabric, NetworkConfig config) {
        for (SwitchConfig each : config.switches()) {
            configs.put(each.name(), each);
            for (BridgePort port : each.bridgePorts()) {
                bond(each, port).ifPresent(bond -> halves.computeIfAbsent(bond, _ -> new ArrayList<>())
                        .add(half(fabric, each, port)));
            }
        }
    }

    private static Half half(Fabric fabric, SwitchConfig config, BridgePort port) {
        return new Half(
                config.name(),
                port.esi().flatMap(_ -> config.vtep()).map(Vtep::primary),
                port.members().stream()
                        .flatMap(each -> fabric.linkAt(new PortRef(config.name(), each)).stream())
                        .toList());
    }

    private static Optional<Bond> bond(SwitchConfig config, BridgePort port) {
        if (port.esi().isPresent()) {
            return port.esi().map(Bond.Segment::new);
        }
        return port.mlagId().isEmpty()
                ? Optional.empty()
                : config.mlagPeer()
                        .map(peer -> new Bond.OfPair(
                                peer.compareTo(config.name()) < 0 ? peer : config.name(),
                                port.mlagId().getAsInt()));
    }

    /** By the name of the switch's port, what others have of it; bonds that nobody else has, or whose other halves are cut, are not in it. */
    Map<String, Sharing> of(DeviceName device, Outage outage) {
        Map<String, Sharing> shared = new TreeMap<>();
        SwitchConfig config = configs.get(device);
        if (config == null) {
            return shared;
        }
        for (BridgePort port : config.bridgePorts()) {
            List<Half> others = bond(config, port).map(halves::get).orElse(List.of()).stream()
                    .filter(each -> !each.device().equals(device) && each.isUp(outage))
                    .toList();
            if (!others.isEmpty()) {
                shared.put(
                        port.name(),
                        new Sharing(others.stream()
                                .flatMap(each -> each.vtep().stream())
                                .toList()));
            }
        }
        return shared;
    }
}
