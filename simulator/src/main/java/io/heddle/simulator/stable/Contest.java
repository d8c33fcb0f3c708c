package io.heddle.simulator.stable;

import io.heddle.model.config.NetworkConfig;
import io.heddle.model.config.NodeProgram;
import io.heddle.model.endpoint.Endpoint;
import io.heddle.model.endpoint.Endpoints;
import io.heddle.model.endpoint.NodeEndpoints;
import io.heddle.model.fabric.DeviceName;
import io.heddle.model.fabric.NetworkName;
import io.heddle.model.net.Mac;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Bridged pods on several nodes that have one MAC (rule 6.6). The fabric has as many stable states as there are claimants: in each, one is
 * heard, and every table is as if the others were not there. Which one it comes to depends on who spoke last (RFC 7432 section 15), which a
 * stable state does not know; so whoever compares with one {@linkplain #wonBy chooses}.
 *
 * @param claimants at least two, in the order of their nodes
 */
public record Contest(NetworkName network, Mac mac, List<Endpoint> claimants) {

    private record Claim(NetworkName network, Mac mac) {}

    public Contest {
        claimants = List.copyOf(claimants);
        if (claimants.size() < 2) {
            throw new IllegalArgumentException(mac + " is contested by " + claimants);
        }
    }

    /** Every contest, in the order of first claimants. */
    public static List<Contest> among(NetworkConfig config, Endpoints endpoints) {
        Map<Claim, Endpoint> first = new HashMap<>();
        Map<Claim, List<Endpoint>> contested = new LinkedHashMap<>();
        for (NodeEndpoints node : endpoints.nodes()) {
            Optional<NetworkName> network = config.findNode(node.node()).flatMap(NodeProgram::podNetwork);
            for (int i = 0; network.isPresent() && i < node.size(); i++) {
                Endpoint pod = node.get(i);
                Claim claim = new Claim(network.get(), pod.mac());
                Endpoint before = first.putIfAbsent(claim, pod);
                if (before != null) {
                    contested
                            .computeIfAbsent(claim, _ -> new ArrayList<>(List.of(before)))
                            .add(pod);
                }
            }
        }
        List<Contest> all = new ArrayList<>();
        contested.forEach((claim, pods) -> all.add(new Contest(claim.network, claim.mac, pods)));
        return all;
    }

    /** The pods that the stable state has in which that one is heard. */
    public Endpoints wonBy(DeviceName winner, Endpoints endpoints) {
        List<NodeEndpoints> left = new ArrayList<>();
        for (NodeEndpoints node : endpoints.nodes()) {
            boolean loses = !node.node().equals(winner)
                    && claimants.stream().anyMatch(each -> each.node().equals(node.node()));
            List<Endpoint> pods = new ArrayList<>();
            for (int i = 0; loses && i < node.size(); i++) {
                if (!node.get(i).mac().equals(mac)) {
                    pods.add(node.get(i));
                }
            }
            if (!loses) {
                left.add(node);
            } else if (!pods.isEmpty()) {
                left.add(NodeEndpoints.of(node.node(), pods));
            }
        }
        return Endpoints.of(left);
    }
}
