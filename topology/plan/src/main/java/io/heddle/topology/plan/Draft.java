package io.heddle.topology.plan;

import io.heddle.model.config.RoutedPort.InterfaceAddress;
import io.heddle.model.fabric.Attachment;
import io.heddle.model.fabric.MlagPair;
import io.heddle.model.fabric.Network;
import io.heddle.model.fabric.NetworkName;
import io.heddle.model.fabric.Node;
import io.heddle.model.fabric.PortName;
import io.heddle.model.fabric.SwitchRole;
import io.heddle.model.net.IpAddress;
import io.heddle.model.net.IpFamily;
import io.heddle.model.net.Prefix;
import io.heddle.topology.address.AddressPlan;
import io.heddle.topology.address.BlockPlan;
import io.heddle.topology.address.PlacedNetwork;
import io.heddle.topology.design.Design;
import io.heddle.topology.design.Role;
import io.heddle.topology.wiring.Cable;
import io.heddle.topology.wiring.Tier;
import io.heddle.topology.wiring.Wiring;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * What every part of the planner looks at: the placed fabric, the design and the addresses. Read-only but for memory of what was asked
 * before; single-threaded.
 */
final class Draft {

    private final Wiring wiring;
    private final Design design;
    private final AddressPlan addresses;
    private final PlanOptions options;

    /** Nodes stamped from one template share their lists, so these are looked up by identity. */
    private final IdentityHashMap<List<?>, IdentityHashMap<List<?>, List<NodeLink>>> nodeLinks =
            new IdentityHashMap<>();

    private final Map<Integer, List<PlacedNetwork>> leafNetworks = new HashMap<>();
    private final int[] mlagPeer;

    Draft(Wiring wiring, Design design, AddressPlan addresses, PlanOptions options) {
        this.wiring = wiring;
        this.design = design;
        this.addresses = addresses;
        this.options = options;
        mlagPeer = new int[wiring.switchCount()];
        Arrays.fill(mlagPeer, -1);
        for (MlagPair each : wiring.fabric().mlagPairs()) {
            int first = wiring.number(each.first());
            int second = wiring.number(each.second());
            mlagPeer[first] = second;
            mlagPeer[second] = first;
        }
        collectLeafNetworks();
    }

    Wiring wiring() {
        return wiring;
    }

    Design design() {
        return design;
    }

    AddressPlan addresses() {
        return addresses;
    }

    PlanOptions options() {
        return options;
    }

    Tier tier(int device) {
        return Tier.of(wiring, device);
    }

    /** The role by which rules and originations are looked up. */
    Role role(int device) {
        return switch (tier(device)) {
            case NODE -> Role.NODE;
            case LEAF -> wiring.switchAt(device).role() == SwitchRole.BORDER_LEAF ? Role.BORDER_LEAF : Role.LEAF;
            case SPINE -> Role.SPINE;
            case SUPER_SPINE -> Role.SUPER_SPINE;
            case EXTERNAL -> Role.EXTERNAL;
            case OUT_OF_BAND -> throw new IllegalArgumentException("an out-of-band switch has no role in a design");
        };
    }

    /** The other switch of its MLAG pair, or -1. */
    int mlagPeer(int device) {
        return wiring.isSwitch(device) ? mlagPeer[device] : -1;
    }

    boolean isLayer3(int node) {
        return wiring.nodeAt(node).attachment() == Attachment.L3;
    }

    /** The bonds and single ports of a node. */
    List<NodeLink> nodeLinks(int node) {
        Node given = wiring.nodeAt(node);
        return nodeLinks
                .computeIfAbsent(given.bonds(), _ -> new IdentityHashMap<>())
                .computeIfAbsent(given.portNetworks(), _ -> NodeLink.of(given));
    }

    /** The bond or port of the node that the cable is part of. */
    Optional<NodeLink> nodeLink(int node, PortName port) {
        return Optional.ofNullable(nodeLinkAt(node, port));
    }

    private @Nullable NodeLink nodeLinkAt(int node, PortName port) {
        for (NodeLink each : nodeLinks(node)) {
            if (each.members().contains(port)) {
                return each;
            }
        }
        return null;
    }

    Optional<PlacedNetwork> network(NetworkName name) {
        return addresses.networks().find(name);
    }

    private void collectLeafNetworks() {
        Map<Integer, Set<NetworkName>> bySite = new HashMap<>();
        IdentityHashMap<NodeLink, BitSet> met = new IdentityHashMap<>();
        for (int node = wiring.switchCount(); node < wiring.switchCount() + wiring.nodeCount(); node++) {
            for (Cable each : wiring.cables(node)) {
                NodeLink link = nodeLinkAt(node, each.port());
                int key = shared(each.peer());
                // Most nodes repeat what the one before them brought.
                if (link != null
                        && !met.computeIfAbsent(link, _ -> new BitSet()).get(index(key))) {
                    met.get(link).set(index(key));
                    bySite.computeIfAbsent(key, _ -> new LinkedHashSet<>()).addAll(link.networks());
                }
            }
        }
        bySite.forEach((key, names) -> leafNetworks.put(
                key,
                names.stream()
                        .flatMap(each -> network(each).stream())
                        .sorted(Comparator.comparing(each -> each.network().vlan()))
                        .toList()));
    }

    private static int index(int key) {
        return key < 0 ? -2 * key - 1 : 2 * key;
    }

    /** Leafs of a site have the same VLANs; other switches have their own. */
    private int shared(int device) {
        int site = tier(device) == Tier.LEAF ? addresses.sites().siteOf(device) : -1;
        return site < 0 ? -1 - device : site;
    }

    /** The networks that nodes carry to this switch or to another leaf of its rack, by VLAN. */
    List<PlacedNetwork> nodeNetworks(int device) {
        return leafNetworks.getOrDefault(shared(device), List.of());
    }

    /** The node's addresses on a network; none on one whose subnet is the pods' pool. */
    List<InterfaceAddress> nodeAddresses(PlacedNetwork network, int node) {
        return own(network, index -> addresses.networks().nodeAddress(network, index, node));
    }

    /** A leaf's own addresses on a network. */
    List<InterfaceAddress> leafAddresses(PlacedNetwork network, int leaf) {
        return own(network, index -> addresses.networks().leafAddress(network, index, leaf));
    }

    private List<InterfaceAddress> own(PlacedNetwork network, IntFunction<IpAddress> address) {
        List<Prefix> subnets = network.network().subnets();
        List<InterfaceAddress> own = new ArrayList<>(subnets.size());
        for (int i = 0; i < subnets.size(); i++) {
            if (!isPods(subnets.get(i))) {
                own.add(new InterfaceAddress(address.apply(i), subnets.get(i).length()));
            }
        }
        return own;
    }

    private boolean isPods(Prefix subnet) {
        for (BlockPlan each : addresses.blocks()) {
            if (each.pool().contains(subnet)) {
                return true;
            }
        }
        return false;
    }

    /**
     * The network over which a layer-2 node speaks BGP, or is the next hop of its blocks: the first it carries that has an address of
     * its own and serves neither provisioning nor management.
     */
    Optional<PlacedNetwork> sessionNetwork(int node) {
        for (NodeLink link : nodeLinks(node)) {
            for (NetworkName name : link.networks()) {
                Optional<PlacedNetwork> found = network(name).filter(each -> isForSessions(each.network()));
                if (found.isPresent() && !nodeAddresses(found.get(), node).isEmpty()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    static boolean isForSessions(Network network) {
        return !network.outOfBand()
                && !network.provisioning()
                && !network.subnets().isEmpty();
    }

    static Optional<InterfaceAddress> ofFamily(List<InterfaceAddress> addresses, IpFamily family) {
        return addresses.stream()
                .filter(each -> each.address().family() == family)
                .findFirst();
    }
}
