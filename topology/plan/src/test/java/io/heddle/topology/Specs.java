package io.heddle.topology;

import io.heddle.model.fabric.Attachment;
import io.heddle.model.fabric.Lacp;
import io.heddle.model.fabric.Network;
import io.heddle.model.fabric.NetworkName;
import io.heddle.model.fabric.ProfileRef;
import io.heddle.model.fabric.VrfName;
import io.heddle.model.net.Asn;
import io.heddle.model.net.Bandwidth;
import io.heddle.model.net.Prefix;
import io.heddle.model.net.VlanId;
import io.heddle.topology.spec.GeneratorSpec.Clos;
import io.heddle.topology.spec.GeneratorSpec.Exit;
import io.heddle.topology.spec.IpamSpec;
import io.heddle.topology.spec.NodeGroup;
import io.heddle.topology.spec.NodeGroup.BondTemplate;
import io.heddle.topology.spec.NodeGroup.CardTemplate;
import io.heddle.topology.spec.PairMode;
import java.util.List;
import java.util.Optional;

/** Specs that tests start from. */
public record Specs(
        int racks,
        PairMode pairMode,
        int groups,
        int spines,
        int superSpines,
        boolean spinesArePair,
        int peerLinks,
        int borders,
        List<NodeGroup> nodes,
        List<Network> networks) {

    public static final ProfileRef ANY = new ProfileRef("unlimited", "linux", "default");
    public static final NetworkName INTERNAL = NetworkName.of("internal");

    /** Racks of two independent leafs under two spines; four nodes a rack, attached by layer 3. */
    public static final Specs ROUTED =
            new Specs(3, PairMode.INDEPENDENT, 1, 2, 0, false, 0, 0, List.of(routedNodes(4)), List.of());

    /** Racks of an MLAG pair under two spines; four nodes a rack with a bond on one VLAN. */
    public static final Specs BRIDGED = new Specs(
            3,
            PairMode.MLAG_ANYCAST,
            1,
            2,
            0,
            false,
            2,
            0,
            List.of(bondedNodes(4)),
            List.of(network("internal", 100, "10.10.0.0/16")));

    public static NodeGroup routedNodes(int count) {
        return new NodeGroup(
                "gpu",
                count,
                Attachment.L3,
                8,
                true,
                List.of(new CardTemplate("nic0", 2, Bandwidth.gigabits(25), false)),
                List.of());
    }

    public static NodeGroup bondedNodes(int count, NetworkName... networks) {
        List<NetworkName> carried = networks.length == 0 ? List.of(INTERNAL) : List.of(networks);
        return new NodeGroup(
                "cloud",
                count,
                Attachment.L2,
                4,
                true,
                List.of(new CardTemplate("nic0", 2, Bandwidth.gigabits(25), false)),
                List.of(new BondTemplate("bond0", List.of("nic0.1", "nic0.2"), Lacp.FAST, carried, Optional.empty())));
    }

    public static Network network(String name, int vlan, String... subnets) {
        return new Network(
                NetworkName.of(name),
                new VlanId(vlan),
                List.of(subnets).stream().map(Prefix::parse).toList(),
                Optional.empty(),
                VrfName.DEFAULT,
                false,
                false);
    }

    /** One block a node from 10.128.0.0/9. */
    public static IpamSpec blocks(int length) {
        return new IpamSpec(Optional.of(Prefix.parse("10.128.0.0/9")), length, Optional.empty(), 122, 1);
    }

    public Specs racks(int count) {
        return new Specs(
                count, pairMode, groups, spines, superSpines, spinesArePair, peerLinks, borders, nodes, networks);
    }

    public Specs pairs(PairMode mode, int links) {
        return new Specs(racks, mode, groups, spines, superSpines, spinesArePair, links, borders, nodes, networks);
    }

    public Specs spines(int count) {
        return new Specs(
                racks, pairMode, groups, count, superSpines, spinesArePair, peerLinks, borders, nodes, networks);
    }

    public Specs spinePair() {
        return new Specs(racks, pairMode, groups, 2, superSpines, true, peerLinks, borders, nodes, networks);
    }

    public Specs groups(int count, int supers) {
        return new Specs(racks, pairMode, count, spines, supers, spinesArePair, peerLinks, borders, nodes, networks);
    }

    public Specs borders(int count) {
        return new Specs(
                racks, pairMode, groups, spines, superSpines, spinesArePair, peerLinks, count, nodes, networks);
    }

    public Specs nodes(NodeGroup... all) {
        return new Specs(
                racks,
                pairMode,
                groups,
                spines,
                superSpines,
                spinesArePair,
                peerLinks,
                borders,
                List.of(all),
                networks);
    }

    public Specs networks(Network... all) {
        return new Specs(
                racks, pairMode, groups, spines, superSpines, spinesArePair, peerLinks, borders, nodes, List.of(all));
    }

    public Clos clos() {
        return clos(ANY);
    }

    /** The spec with this leaf; with border leafs there is one exit that announces a default route. */
    public Clos clos(ProfileRef leaf) {
        return new Clos(
                "test",
                racks,
                pairMode,
                leaf,
                Bandwidth.gigabits(100),
                groups,
                spines,
                spines == 0 ? Optional.empty() : Optional.of(ANY),
                1,
                superSpines,
                superSpines == 0 ? Optional.empty() : Optional.of(ANY),
                1,
                peerLinks,
                Bandwidth.gigabits(100),
                spinesArePair,
                nodes.stream().anyMatch(each -> each.cards().stream().anyMatch(CardTemplate::outOfBand))
                        ? Optional.of(ANY)
                        : Optional.empty(),
                borders,
                borders == 0
                        ? List.of()
                        : List.of(new Exit("internet", new Asn(64512), List.of(Prefix.parse("0.0.0.0/0")))),
                nodes,
                networks,
                List.of());
    }
}
