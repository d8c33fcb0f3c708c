package io.heddle.scenarios.run;

import io.heddle.model.fabric.Network;
import io.heddle.model.fabric.NetworkName;
import io.heddle.model.net.Prefix;
import io.heddle.model.net.VlanId;
import io.heddle.model.net.Vni;
import io.heddle.scenarios.scenario.Growth;
import io.heddle.topology.fault.Faults;
import io.heddle.topology.fault.Outcome;
import io.heddle.topology.spec.FabricSpec;
import io.heddle.topology.spec.GeneratorSpec;
import io.heddle.topology.spec.GeneratorSpec.Clos;
import io.heddle.topology.spec.GeneratorSpec.RailOptimised;
import io.heddle.topology.spec.NodeGroup;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A generated fabric at another size. */
final class Grown {

    private static final int LAST_VLAN = 4094;

    private Grown() {}

    /** The spec with {@code size} of what grows; pods are no part of it. */
    static Outcome<FabricSpec> to(FabricSpec spec, Growth growth, int size) {
        return switch (spec) {
            case FabricSpec.Written written ->
                growth == Growth.PODS_PER_NODE ? Outcome.made(written) : refused("a fabric written out in full");
            case FabricSpec.Generated(RailOptimised rails) ->
                switch (growth) {
                    case RACKS -> Outcome.made(new FabricSpec.Generated(withUnits(rails, size)));
                    case NODES_PER_RACK -> Outcome.made(new FabricSpec.Generated(withNodes(rails, size)));
                    case PODS_PER_NODE -> Outcome.made(spec);
                    case VNIS -> refused("a rail-optimised fabric");
                };
            case FabricSpec.Generated(Clos clos) ->
                switch (growth) {
                    case RACKS -> made(with(clos, size, clos.nodes(), clos.networks()));
                    case NODES_PER_RACK -> nodes(clos, size);
                    case PODS_PER_NODE -> Outcome.made(spec);
                    case VNIS -> vnis(clos, size);
                };
        };
    }

    private static Outcome<FabricSpec> made(GeneratorSpec spec) {
        return Outcome.made(new FabricSpec.Generated(spec));
    }

    private static Outcome<FabricSpec> refused(String found) {
        Faults faults = new Faults();
        faults.add("capacity", found, "something that can grow so");
        return Outcome.refused(faults);
    }

    private static Outcome<FabricSpec> nodes(Clos clos, int size) {
        List<NodeGroup> groups = new ArrayList<>(clos.nodes());
        for (int i = 0; i < groups.size(); i++) {
            NodeGroup each = groups.get(i);
            if (each.runsPods()) {
                groups.set(
                        i,
                        new NodeGroup(
                                each.kind(), size, each.attachment(), each.gpus(), true, each.cards(), each.bonds()));
                return made(with(clos, clos.racks(), groups, clos.networks()));
            }
        }
        return refused("no nodes that run pods");
    }

    private static Outcome<FabricSpec> vnis(Clos clos, int size) {
        Network first = clos.networks().stream()
                .filter(each -> each.vni().isPresent())
                .findFirst()
                .orElse(null);
        if (first == null) {
            return refused("no network with a VNI");
        }
        List<Network> networks = new ArrayList<>(clos.networks());
        List<NetworkName> names = new ArrayList<>();
        int vlan = 1;
        for (int i = 1; i < size; i++) {
            while (isTaken(networks, vlan)) {
                vlan++;
            }
            if (vlan > LAST_VLAN) {
                return refused(size + " networks with a VLAN each, of which there are " + LAST_VLAN);
            }
            NetworkName name = NetworkName.of("grown-" + i);
            names.add(name);
            networks.add(copy(first, name, vlan, i));
        }
        List<NodeGroup> groups = clos.nodes().stream()
                .map(each -> carrying(each, first.name(), names))
                .toList();
        return made(with(clos, clos.racks(), groups, networks));
    }

    private static boolean isTaken(List<Network> networks, int vlan) {
        return vlan <= LAST_VLAN
                && networks.stream().anyMatch(each -> each.vlan().value() == vlan);
    }

    /** The subnets of copy {@code index} are those that follow the first one's, as large as they are. */
    private static Network copy(Network first, NetworkName name, int vlan, int index) {
        List<Prefix> subnets = first.subnets().stream()
                .map(each -> new Prefix(each.address().plus(Math.multiplyExact(each.size(), index)), each.length()))
                .toList();
        Vni vni = new Vni(first.vni().orElseThrow().value() + index);
        return new Network(name, new VlanId(vlan), subnets, Optional.of(vni), first.vrf(), false, false);
    }

    private static NodeGroup carrying(NodeGroup group, NetworkName first, List<NetworkName> names) {
        List<NodeGroup.BondTemplate> bonds = group.bonds().stream()
                .map(each -> {
                    boolean carries = each.networks().contains(first)
                            || each.nativeNetwork().filter(first::equals).isPresent();
                    List<NetworkName> tagged = new ArrayList<>(each.networks());
                    tagged.addAll(carries ? names : List.of());
                    return new NodeGroup.BondTemplate(
                            each.name(), each.members(), each.lacp(), tagged, each.nativeNetwork());
                })
                .toList();
        return new NodeGroup(
                group.kind(), group.count(), group.attachment(), group.gpus(), group.runsPods(), group.cards(), bonds);
    }

    private static Clos with(Clos clos, int racks, List<NodeGroup> nodes, List<Network> networks) {
        return new Clos(
                clos.name(),
                racks,
                clos.pairMode(),
                clos.leaf(),
                clos.uplinkSpeed(),
                clos.groups(),
                clos.spines(),
                clos.spine(),
                clos.linksPerSpine(),
                clos.superSpinesPerPlane(),
                clos.superSpine(),
                clos.linksPerSuperSpine(),
                clos.peerLinks(),
                clos.peerLinkSpeed(),
                clos.spinesArePair(),
                clos.outOfBand(),
                clos.borderLeafs(),
                clos.exits(),
                nodes,
                networks,
                clos.vrfs());
    }

    private static RailOptimised withUnits(RailOptimised rails, int units) {
        return rails(rails, units, rails.nodesPerUnit());
    }

    private static RailOptimised withNodes(RailOptimised rails, int nodes) {
        return rails(rails, rails.units(), nodes);
    }

    private static RailOptimised rails(RailOptimised rails, int units, int nodes) {
        return new RailOptimised(
                rails.name(),
                units,
                nodes,
                rails.rails(),
                rails.speed(),
                rails.leaf(),
                rails.spines(),
                rails.spine(),
                rails.cores(),
                rails.core());
    }
}
