package io.heddle.topology.address;

import io.heddle.model.fabric.Network;
import io.heddle.model.fabric.NetworkName;
import io.heddle.model.net.Prefix;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Which networks share a subnet: each has its own addresses in it. */
final class SubnetShares {

    private final Map<Prefix, List<NetworkName>> users = new HashMap<>();

    SubnetShares(List<Network> networks) {
        for (Network network : networks) {
            for (Prefix subnet : network.subnets()) {
                users.computeIfAbsent(subnet, _ -> new ArrayList<>()).add(network.name());
            }
        }
    }

    /** How many networks use the subnet. */
    int of(Prefix subnet) {
        return users.getOrDefault(subnet, List.of()).size();
    }

    /** The network's place among them. */
    int turn(Network network, Prefix subnet) {
        return users.getOrDefault(subnet, List.of()).indexOf(network.name());
    }
}
