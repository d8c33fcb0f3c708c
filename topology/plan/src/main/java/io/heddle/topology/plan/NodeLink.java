package io.heddle.topology.plan;

import io.heddle.model.fabric.Bond;
import io.heddle.model.fabric.BondName;
import io.heddle.model.fabric.Lacp;
import io.heddle.model.fabric.NetworkName;
import io.heddle.model.fabric.Node;
import io.heddle.model.fabric.PortName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How a node joins networks: a bond, or a port in none.
 *
 * @param index of the link on its node, from 0, bonds first
 * @param untagged the native network of a bond; the first network of a port
 */
record NodeLink(
        int index,
        Optional<BondName> bond,
        List<PortName> members,
        List<NetworkName> tagged,
        Optional<NetworkName> untagged,
        Optional<Lacp> lacp) {

    static List<NodeLink> of(Node node) {
        List<NodeLink> links = new ArrayList<>();
        for (Bond each : node.bonds()) {
            links.add(new NodeLink(
                    links.size(),
                    Optional.of(each.name()),
                    each.members(),
                    each.networks(),
                    each.nativeNetwork(),
                    Optional.of(each.lacp())));
        }
        for (Node.PortNetworks each : node.portNetworks()) {
            List<NetworkName> networks = each.networks();
            links.add(new NodeLink(
                    links.size(),
                    Optional.empty(),
                    List.of(each.port()),
                    networks.isEmpty() ? networks : networks.subList(1, networks.size()),
                    networks.stream().findFirst(),
                    Optional.empty()));
        }
        return links;
    }

    /** Every network it carries: tagged ones in the order written, then the untagged one. */
    List<NetworkName> networks() {
        List<NetworkName> all = new ArrayList<>(tagged);
        untagged.filter(each -> !all.contains(each)).ifPresent(all::add);
        return all;
    }
}
