package io.heddle.test.fabrics;

import io.heddle.model.endpoint.Endpoint;
import io.heddle.model.fabric.Attachment;
import io.heddle.model.fabric.Fabric;
import io.heddle.model.fabric.Lacp;
import io.heddle.model.fabric.Network;
import io.heddle.model.fabric.NetworkName;
import io.heddle.model.fabric.Node;
import io.heddle.model.fabric.ProfileRef;
import io.heddle.model.fabric.Vrf;
import io.heddle.model.fabric.VrfName;
import io.heddle.model.net.Asn;
import io.heddle.model.net.Bandwidth;
import io.heddle.model.net.IpAddress;
import io.heddle.model.net.IpFamily;
import io.heddle.model.net.Mac;
import io.heddle.model.net.Prefix;
import io.heddle.model.net.VlanId;
import io.heddle.topology.design.Numbering;
import io.heddle.topology.plan.PlanOptions;
import io.heddle.topology.spec.GeneratorSpec;
import io.heddle.topology.spec.IpamSpec;
import io.heddle.topology.spec.NodeGroup;
import io.heddle.topology.spec.NodeGroup.BondTemplate;
import io.heddle.topology.spec.NodeGroup.CardTemplate;
import io.heddle.topology.spec.PairMode;
import io.heddle.topology.spec.PodSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What to generate and plan for a design, drawn at random from what suits it. */
final class RandomSpec {

    private static final ProfileRef ANY = new ProfileRef("unlimited", "linux", "default");
    private static final Bandwidth FAST = Bandwidth.gigabits(100);
    private static final VrfName RED = VrfName.of("red");
    private static final NetworkName INTERNAL = NetworkName.of("internal");
    private static final NetworkName STORAGE = NetworkName.of("storage");
    private static final NetworkName PODS = NetworkName.of("pods");

    private final Dice dice;
    private final boolean evpn;
    private final boolean flat;
    private final boolean bridgedPods;
    private final boolean routedNodes;
    private final boolean ipv6;
    private final PairMode pairMode;

    RandomSpec(Dice dice, String design) {
        this.dice = dice;
        evpn = design.startsWith("evpn");
        flat = design.startsWith("flat");
        bridgedPods = design.endsWith("bridged-pods");
        routedNodes = !evpn && !flat && dice.chance(0.6);
        ipv6 = dice.chance(0.4);
        pairMode = pairMode();
    }

    private PairMode pairMode() {
        if (routedNodes) {
            return dice.pick(List.of(PairMode.SINGLE, PairMode.INDEPENDENT));
        }
        List<PairMode> modes =
                new ArrayList<>(List.of(PairMode.SINGLE, PairMode.MLAG_ANYCAST, PairMode.MLAG_ANYCAST_AND_PRIMARY));
        if (evpn) {
            modes.add(PairMode.ETHERNET_SEGMENT);
        }
        return dice.pick(modes);
    }

    GeneratorSpec.Clos clos() {
        int racks = dice.between(1, 4);
        int groups = racks > 2 && !flat && dice.chance(0.3) ? 2 : 1;
        int spines = flat ? 2 : dice.between(1, 3);
        int superSpines = groups > 1 ? dice.between(1, 2) : 0;
        int borders = dice.between(0, 2);
        return new GeneratorSpec.Clos(
                "random",
                racks,
                pairMode,
                ANY,
                FAST,
                groups,
                spines,
                Optional.of(ANY),
                dice.chance(0.2) ? 2 : 1,
                superSpines,
                superSpines > 0 ? Optional.of(ANY) : Optional.empty(),
                dice.chance(0.2) ? 2 : 1,
                pairMode.isMlag() ? dice.between(1, 2) : 0,
                FAST,
                flat,
                Optional.empty(),
                borders,
                borders > 0 ? exits() : List.of(),
                nodeGroups(),
                routedNodes ? List.of() : networks(),
                evpn ? List.of(new Vrf(RED, Optional.empty())) : List.of());
    }

    private List<GeneratorSpec.Exit> exits() {
        List<Prefix> announced = new ArrayList<>(List.of(Prefix.parse("0.0.0.0/0")));
        if (ipv6) {
            announced.add(Prefix.parse("::/0"));
        }
        if (dice.chance(0.5)) {
            announced.add(Prefix.parse("198.51.100.0/24"));
        }
        List<GeneratorSpec.Exit> exits = new ArrayList<>();
        exits.add(new GeneratorSpec.Exit("internet", new Asn(64512), announced));
        if (dice.chance(0.3)) {
            exits.add(new GeneratorSpec.Exit("backup", new Asn(dice.chance(0.5) ? 64512 : 64513), announced));
        }
        return exits;
    }

    private List<NodeGroup> nodeGroups() {
        List<NodeGroup> groups = new ArrayList<>(List.of(group("cloud", dice.between(1, 3), true)));
        if (dice.chance(0.4)) {
            groups.add(group("store", dice.between(1, 2), dice.chance(0.5)));
        }
        return groups;
    }

    private NodeGroup group(String kind, int count, boolean runsPods) {
        List<NetworkName> carried = new ArrayList<>(List.of(INTERNAL));
        if (dice.chance(0.5)) {
            carried.add(STORAGE);
        }
        if (bridgedPods) {
            carried.add(PODS);
        }
        List<BondTemplate> bonds = routedNodes
                ? List.of()
                : List.of(new BondTemplate("bond0", List.of("nic0.1", "nic0.2"), Lacp.FAST, carried, Optional.empty()));
        return new NodeGroup(
                kind,
                count,
                routedNodes ? Attachment.L3 : Attachment.L2,
                0,
                runsPods,
                List.of(new CardTemplate("nic0", 2, Bandwidth.gigabits(25), false)),
                bonds);
    }

    private List<Network> networks() {
        List<Network> networks = new ArrayList<>(List.of(
                network(INTERNAL, 100, "10.10.0.0/16", "2001:db8:10::/56"),
                network(STORAGE, 110, "10.11.0.0/16", "2001:db8:11::/56")));
        if (bridgedPods) {
            networks.add(network(PODS, 200, "10.128.0.0/9", "2001:db8:128::/56"));
        }
        return networks;
    }

    private Network network(NetworkName name, int vlan, String ipv4, String ipv6Subnet) {
        List<Prefix> subnets = new ArrayList<>(List.of(Prefix.parse(ipv4)));
        if (ipv6) {
            subnets.add(Prefix.parse(ipv6Subnet));
        }
        VrfName vrf = evpn ? RED : VrfName.DEFAULT;
        return new Network(name, new VlanId(vlan), subnets, Optional.empty(), vrf, false, false);
    }

    IpamSpec ipam() {
        return new IpamSpec(
                Optional.of(Prefix.parse("10.128.0.0/9")),
                dice.pick(List.of(26, 28)),
                ipv6 ? Optional.of(Prefix.parse("2001:db8:128::/56")) : Optional.empty(),
                122,
                dice.between(1, 2));
    }

    /** A few on every node, and some with addresses from another node's blocks or from nowhere. */
    PodSpec pods(Fabric fabric) {
        List<Endpoint> listed = new ArrayList<>();
        List<Node> hosts = fabric.nodes().stream().filter(Node::runsPods).toList();
        for (int i = dice.chance(0.5) || hosts.isEmpty() ? 0 : dice.between(1, 5); i > 0; i--) {
            IpAddress address = IpAddress.parse(dice.pick(List.of("10.128.0.", "10.128.1.", "172.16.0.")) + (8 + i));
            listed.add(new Endpoint(
                    Optional.empty(),
                    dice.pick(hosts).name(),
                    new Mac(0x0200_0000_0000L + i),
                    Optional.of(address),
                    Optional.empty()));
        }
        return new PodSpec(dice.between(0, 4), listed);
    }

    PlanOptions options() {
        PlanOptions options = PlanOptions.DEFAULT.withPairMode(pairMode);
        if (dice.chance(0.4)) {
            options = options.withLinks(dice.pick(List.of(Numbering.values())));
        }
        return evpn && ipv6 && dice.chance(0.3) ? options.withVtepFamily(IpFamily.IPV6) : options;
    }
}
