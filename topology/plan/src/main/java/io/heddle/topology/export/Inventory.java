package io.heddle.topology.export;

import io.heddle.model.fabric.DeviceName;
import io.heddle.model.fabric.ExternalExit;
import io.heddle.model.fabric.Fabric;
import io.heddle.model.fabric.Link;
import io.heddle.model.fabric.MlagPair;
import io.heddle.model.fabric.Node;
import io.heddle.model.fabric.RackName;
import io.heddle.model.fabric.Switch;
import io.heddle.model.fabric.SwitchRole;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Where devices stand, and what their cables are for. */
final class Inventory {

    private final Map<DeviceName, RackName> racks = new HashMap<>();
    private final Map<DeviceName, SwitchRole> roles = new HashMap<>();
    private final Set<DeviceName> exits = new HashSet<>();
    private final Set<Link> peerLinks = new HashSet<>();

    Inventory(Fabric fabric) {
        for (Switch each : fabric.switches()) {
            roles.put(each.name(), each.role());
            each.rack().ifPresent(rack -> racks.put(each.name(), rack));
        }
        for (Node each : fabric.nodes()) {
            each.rack().ifPresent(rack -> racks.put(each.name(), rack));
        }
        fabric.exits().stream().map(ExternalExit::router).forEach(exits::add);
        fabric.mlagPairs().stream().map(MlagPair::peerLink).forEach(peerLinks::addAll);
    }

    Optional<RackName> rack(DeviceName device) {
        return Optional.ofNullable(racks.get(device));
    }

    /** Both ends are known to stand in one rack. */
    boolean staysInRack(Link link) {
        RackName a = racks.get(link.a().device());
        return a != null && a.equals(racks.get(link.b().device()));
    }

    /** From the node upwards: what the cable joins. */
    int height(DeviceName device) {
        SwitchRole role = roles.get(device);
        if (role == null) {
            return exits.contains(device) ? 9 : 0;
        }
        return role == SwitchRole.OUT_OF_BAND ? 8 : 1 + role.ordinal();
    }

    /** {@code management}, {@code exit}, {@code peer-link}, {@code node} or {@code fabric}. */
    String purpose(Link link) {
        SwitchRole a = roles.get(link.a().device());
        SwitchRole b = roles.get(link.b().device());
        if (a == SwitchRole.OUT_OF_BAND || b == SwitchRole.OUT_OF_BAND) {
            return "management";
        }
        if (exits.contains(link.a().device()) || exits.contains(link.b().device())) {
            return "exit";
        }
        if (peerLinks.contains(link)) {
            return "peer-link";
        }
        return a == null || b == null ? "node" : "fabric";
    }
}
