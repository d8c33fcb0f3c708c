package io.heddle.model.fabric;

import java.util.List;
import java.util.Optional;

/**
 * A server.
 *
 * @param kind what the rack's owner calls it, such as {@code cloud} or {@code storage}
 * @param gpus number of GPUs, 0 if none
 * @param bonds over ports of the cards; empty for an L3-attached node
 * @param portNetworks networks of ports that are in no bond, such as a management port
 * @param runsPods whether Kubernetes schedules pods here
 */
public record Node(
        DeviceName name,
        String kind,
        Optional<RackName> rack,
        Attachment attachment,
        int gpus,
        boolean runsPods,
        List<Card> cards,
        List<Bond> bonds,
        List<PortNetworks> portNetworks) {

    /** The networks carried by a port that is in no bond. */
    public record PortNetworks(PortName port, List<NetworkName> networks) {
        public PortNetworks {
            networks = List.copyOf(networks);
        }
    }

    public Node {
        cards = List.copyOf(cards);
        bonds = List.copyOf(bonds);
        portNetworks = List.copyOf(portNetworks);
        if (gpus < 0) {
            throw new IllegalArgumentException("node " + name + " has " + gpus + " GPUs");
        }
    }
}
