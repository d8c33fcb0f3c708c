package io.heddle.topology.plan;

import io.heddle.model.fabric.Bond;
import io.heddle.model.fabric.Fabric;
import io.heddle.model.fabric.NetworkName;
import io.heddle.model.fabric.Node;
import io.heddle.topology.address.NetworkPlan;
import io.heddle.topology.address.PlacedNetwork;
import io.heddle.topology.wiring.Sites;
import io.heddle.topology.wiring.Wiring;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.stream.Collectors;

/** Rewrites a fabric so that each rack has its own networks, where the plan cuts them rack by rack. */
final class RackFabric {

    private final Wiring wiring;
    private final Sites sites;
    private final NetworkPlan networks;

    /**
     * Nodes of a rack share their lists of bonds; they go on doing so, which is why these are no lists of Stream.toList(): a record
     * would copy those. One rack at a time.
     */
    private final IdentityHashMap<List<?>, List<Bond>> bonds = new IdentityHashMap<>();

    private final IdentityHashMap<List<?>, List<Node.PortNetworks>> ports = new IdentityHashMap<>();
    private int site = Sites.NONE;

    private RackFabric(Wiring wiring, Sites sites, NetworkPlan networks) {
        this.wiring = wiring;
        this.sites = sites;
        this.networks = networks;
    }

    /** The wiring of the fabric with networks in their places. */
    static Wiring place(Wiring wiring, Sites sites, NetworkPlan networks) {
        boolean asGiven =
                networks.all().stream().allMatch(each -> each.network().equals(each.original()));
        return asGiven ? wiring : wiring.within(new RackFabric(wiring, sites, networks).rewrite());
    }

    private Fabric rewrite() {
        Fabric given = wiring.fabric();
        Fabric.Builder fabric = Fabric.builder(given.name());
        given.racks().forEach(fabric::add);
        given.switches().forEach(fabric::add);
        for (int i = 0; i < wiring.nodeCount(); i++) {
            int device = wiring.switchCount() + i;
            fabric.add(rewrite(given.nodes().get(i), sites.siteOf(device)));
        }
        given.links().forEach(fabric::add);
        given.mlagPairs().forEach(fabric::add);
        given.ethernetSegments().forEach(fabric::add);
        networks.all().stream().map(PlacedNetwork::network).forEach(fabric::add);
        given.vrfs().forEach(fabric::add);
        given.exits().forEach(fabric::add);
        return fabric.build();
    }

    private Node rewrite(Node node, int ofNode) {
        if (ofNode != site) {
            site = ofNode;
            bonds.clear();
            ports.clear();
        }
        List<Bond> ownBonds = bonds.get(node.bonds());
        if (ownBonds == null) {
            ownBonds = node.bonds().stream().map(this::rewrite).collect(Collectors.toUnmodifiableList());
            bonds.put(node.bonds(), ownBonds);
        }
        List<Node.PortNetworks> ownPorts = ports.get(node.portNetworks());
        if (ownPorts == null) {
            ownPorts = node.portNetworks().stream()
                    .map(each -> new Node.PortNetworks(each.port(), rewrite(each.networks())))
                    .collect(Collectors.toUnmodifiableList());
            ports.put(node.portNetworks(), ownPorts);
        }
        return new Node(
                node.name(),
                node.kind(),
                node.rack(),
                node.attachment(),
                node.gpus(),
                node.runsPods(),
                node.cards(),
                ownBonds,
                ownPorts);
    }

    private Bond rewrite(Bond bond) {
        return new Bond(
                bond.name(),
                bond.members(),
                bond.lacp(),
                rewrite(bond.networks()),
                bond.nativeNetwork().map(this::rewrite));
    }

    private List<NetworkName> rewrite(List<NetworkName> names) {
        return names.stream().map(this::rewrite).toList();
    }

    private NetworkName rewrite(NetworkName name) {
        return networks.at(name, site).map(each -> each.name()).orElse(name);
    }
}
