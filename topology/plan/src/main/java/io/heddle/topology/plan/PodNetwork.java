package io.heddle.topology.plan;

import io.heddle.model.fabric.Fabric;
import io.heddle.model.fabric.Network;
import io.heddle.model.fabric.NetworkName;
import io.heddle.topology.address.PlacedNetwork;
import java.util.Optional;

/** Which network pods are bridged to. */
final class PodNetwork {

    private static final NetworkName PODS = NetworkName.of("pods");

    private PodNetwork() {}

    /** The one asked for, else the one named {@code pods}, else the first that serves neither provisioning nor management. */
    static Optional<NetworkName> choose(Fabric fabric, PlanOptions options) {
        return options.podNetwork()
                .or(() -> fabric.networks().stream()
                        .map(Network::name)
                        .filter(PODS::equals)
                        .findFirst())
                .or(() -> fabric.networks().stream()
                        .filter(Draft::isForSessions)
                        .map(Network::name)
                        .findFirst());
    }

    /** The pod network as the node carries it. */
    static Optional<PlacedNetwork> of(Draft draft, int node) {
        return draft.options().podNetwork().flatMap(name -> draft.nodeLinks(node).stream()
                .flatMap(link -> link.networks().stream())
                .flatMap(each -> draft.network(each).stream())
                .filter(each -> each.original().name().equals(name))
                .findFirst());
    }
}
