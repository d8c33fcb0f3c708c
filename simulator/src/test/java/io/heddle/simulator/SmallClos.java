package io.heddle.simulator;

import io.heddle.model.config.AddressFamily;
import io.heddle.model.config.BgpConfig;
import io.heddle.model.config.BridgePort;
import io.heddle.model.config.Irb;
import io.heddle.model.config.Neighbor;
import io.heddle.model.config.NetworkConfig;
import io.heddle.model.config.NodeProgram;
import io.heddle.model.config.NodeProgram.NetworkInterface;
import io.heddle.model.config.NodeProgram.PodVisibility;
import io.heddle.model.config.Origination;
import io.heddle.model.config.PeerGroup;
import io.heddle.model.config.PeerGroup.NextHopMode;
import io.heddle.model.config.Policy;
import io.heddle.model.config.RouteTargets;
import io.heddle.model.config.RoutedPort;
import io.heddle.model.config.RoutedPort.InterfaceAddress;
import io.heddle.model.config.StaticRoute;
import io.heddle.model.config.SwitchConfig;
import io.heddle.model.config.VlanConfig;
import io.heddle.model.config.VrfConfig;
import io.heddle.model.config.Vtep;
import io.heddle.model.endpoint.Endpoints;
import io.heddle.model.fabric.Attachment;
import io.heddle.model.fabric.Bond;
import io.heddle.model.fabric.BondName;
import io.heddle.model.fabric.Card;
import io.heddle.model.fabric.CardName;
import io.heddle.model.fabric.DeviceName;
import io.heddle.model.fabric.Fabric;
import io.heddle.model.fabric.Lacp;
import io.heddle.model.fabric.Link;
import io.heddle.model.fabric.Network;
import io.heddle.model.fabric.NetworkName;
import io.heddle.model.fabric.Node;
import io.heddle.model.fabric.Outage;
import io.heddle.model.fabric.Port;
import io.heddle.model.fabric.PortName;
import io.heddle.model.fabric.PortRef;
import io.heddle.model.fabric.ProfileRef;
import io.heddle.model.fabric.Switch;
import io.heddle.model.fabric.SwitchRole;
import io.heddle.model.fabric.VrfName;
import io.heddle.model.net.Asn;
import io.heddle.model.net.Bandwidth;
import io.heddle.model.net.IpAddress;
import io.heddle.model.net.Mac;
import io.heddle.model.net.Prefix;
import io.heddle.model.net.VlanId;
import io.heddle.model.net.Vni;
import io.heddle.simulator.stable.StableState;
import io.heddle.simulator.stable.StableStateSolver;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * Leafs l1, l2, ... under spines s1, s2, ..., one unnumbered eBGP session a cable, one AS a leaf and one for all spines; a port is named
 * after the device it leads to. Leaf number i has loopback and VTEP 10.0.0.i, a routed node {@code ri} that holds the blocks
 * 10.i.0.0/26, 10.i.1.0/26, ..., and a node {@code bi} with MAC i and address 192.168.10.i on VLAN 10, bonded over both ports of its card
 * and stretched over VNI 10010.
 *
 * @param uncabled a leaf and spine that no cable joins; empty for none
 * @param ownGroups every router names its peer group after itself, so that no two have equal ones; nothing else depends on the name
 */
public record SmallClos(int leafs, int spines, int blocks, List<String> uncabled, boolean ownGroups) {

    public static final VlanId VLAN = new VlanId(10);
    public static final Vni VNI = new Vni(10010);
    public static final VrfName TENANT = VrfName.of("tenant");

    private static final ProfileRef PROFILE = new ProfileRef("any", "any", "any");
    private static final NetworkName NETWORK = NetworkName.of("net10");
    private static final int MTU = 9000;

    public static SmallClos of(int leafs, int spines) {
        return new SmallClos(leafs, spines, 1, List.of(), false);
    }

    public SmallClos withBlocks(int number) {
        return new SmallClos(leafs, spines, number, uncabled, ownGroups);
    }

    public SmallClos withoutCable(String leaf, String spine) {
        return new SmallClos(leafs, spines, blocks, List.of(leaf, spine), ownGroups);
    }

    public SmallClos withOwnGroups() {
        return new SmallClos(leafs, spines, blocks, uncabled, true);
    }

    public StableState solve(Outage outage) {
        return StableStateSolver.solve(fabric(), config(), Endpoints.NONE, outage);
    }

    /** The cable between two devices. */
    public static Link cable(String a, String b) {
        return new Link(end(a, "to-" + b), end(b, "to-" + a));
    }

    private static PortRef end(String device, String port) {
        return new PortRef(DeviceName.of(device), PortName.of(port));
    }

    private List<String> names(String stem, int count) {
        return IntStream.rangeClosed(1, count).mapToObj(each -> stem + each).toList();
    }

    private List<String> across(String device) {
        return names(device.startsWith("l") ? "s" : "l", device.startsWith("l") ? spines : leafs).stream()
                .filter(each -> !uncabled.contains(each) || !uncabled.contains(device))
                .toList();
    }

    public Fabric fabric() {
        Fabric.Builder fabric = Fabric.builder("small");
        fabric.add(new Network(NETWORK, VLAN, List.of(), Optional.of(VNI), TENANT, false, false));
        for (int i = 1; i <= leafs; i++) {
            String leaf = "l" + i;
            List<String> ports = new ArrayList<>();
            across(leaf).forEach(spine -> {
                fabric.add(cable(leaf, spine));
                ports.add("to-" + spine);
            });
            fabric.add(cable(leaf, "r" + i));
            ports.addAll(List.of("to-r" + i, "to-b" + i, "to-b" + i + ".2"));
            fabric.add(cable(leaf, "b" + i));
            fabric.add(new Link(end(leaf, "to-b" + i + ".2"), end("b" + i, "to-" + leaf + ".2")));
            fabric.add(device(leaf, SwitchRole.LEAF, ports));
            fabric.add(node("r" + i, Attachment.L3, List.of("to-" + leaf)));
            fabric.add(node("b" + i, Attachment.L2, List.of("to-" + leaf, "to-" + leaf + ".2")));
        }
        for (String spine : names("s", spines)) {
            List<String> ports =
                    across(spine).stream().map(each -> "to-" + each).toList();
            fabric.add(device(spine, SwitchRole.SPINE, ports));
        }
        return fabric.build();
    }

    private static Switch device(String name, SwitchRole role, List<String> ports) {
        return new Switch(
                DeviceName.of(name),
                role,
                PROFILE,
                Optional.empty(),
                OptionalInt.empty(),
                OptionalInt.empty(),
                ports(ports));
    }

    private static Node node(String name, Attachment attachment, List<String> ports) {
        List<PortName> members = ports.stream().map(PortName::of).toList();
        return new Node(
                DeviceName.of(name),
                "server",
                Optional.empty(),
                attachment,
                0,
                true,
                List.of(new Card(CardName.of("nic0"), ports(ports), OptionalInt.empty())),
                attachment == Attachment.L3
                        ? List.of()
                        : List.of(
                                new Bond(BondName.of("bond0"), members, Lacp.FAST, List.of(NETWORK), Optional.empty())),
                List.of());
    }

    private static List<Port> ports(List<String> names) {
        return IntStream.range(0, names.size())
                .mapToObj(i -> new Port(PortName.of(names.get(i)), i + 1, Bandwidth.gigabits(100)))
                .toList();
    }

    public NetworkConfig config() {
        List<SwitchConfig> switches = new ArrayList<>();
        List<NodeProgram> nodes = new ArrayList<>();
        for (int i = 1; i <= leafs; i++) {
            switches.add(leaf(i));
            nodes.add(program("r" + i, Attachment.L3, List.of(), List.of(unnumbered("l" + i))));
            nodes.add(program(
                    "b" + i,
                    Attachment.L2,
                    List.of(new NetworkInterface(NETWORK, new Mac(i), List.of(address("192.168.10." + i, 24)))),
                    List.of()));
        }
        for (int i = 1; i <= spines; i++) {
            String spine = "s" + i;
            switches.add(new SwitchConfig(
                    DeviceName.of(spine),
                    List.of(IpAddress.parse("10.0.1." + i)),
                    across(spine).stream().map(SmallClos::unnumbered).toList(),
                    List.of(),
                    List.of(),
                    List.of(),
                    Optional.empty(),
                    Irb.NONE,
                    Optional.empty(),
                    false,
                    List.of(),
                    Optional.of(bgp(spine, "10.0.1." + i))));
        }
        return new NetworkConfig(switches, nodes, List.of());
    }

    private SwitchConfig leaf(int i) {
        String leaf = "l" + i;
        List<RoutedPort> routed = new ArrayList<>();
        across(leaf).forEach(each -> routed.add(unnumbered(each)));
        routed.add(unnumbered("r" + i));
        VlanConfig.Svi gateway =
                new VlanConfig.Svi(TENANT, List.of(), List.of(address("192.168.10.254", 24)), Optional.empty());
        DeviceName owner = DeviceName.of("r" + i);
        return new SwitchConfig(
                DeviceName.of(leaf),
                List.of(IpAddress.parse("10.0.0." + i)),
                routed,
                List.of(bond(i)),
                List.of(new VlanConfig(VLAN, NETWORK, Optional.of(VNI), RouteTargets.AUTOMATIC, Optional.of(gateway))),
                List.of(new VrfConfig(TENANT, Optional.empty(), RouteTargets.AUTOMATIC, false)),
                Optional.of(new Vtep(IpAddress.parse("10.0.0." + i), Optional.empty(), false)),
                Irb.ASYMMETRIC,
                Optional.empty(),
                false,
                IntStream.range(0, blocks)
                        .mapToObj(block -> new StaticRoute(
                                Prefix.parse("10." + i + "." + block + ".0/26"), Optional.of(owner), Optional.empty()))
                        .toList(),
                Optional.of(bgp(leaf, "10.0.0." + i)));
    }

    private static BridgePort bond(int i) {
        return new BridgePort(
                "po-b" + i,
                List.of(PortName.of("to-b" + i), PortName.of("to-b" + i + ".2")),
                DeviceName.of("b" + i),
                List.of(VLAN),
                Optional.empty(),
                Optional.of(Lacp.FAST),
                OptionalInt.empty(),
                Optional.empty(),
                false,
                MTU);
    }

    private static RoutedPort unnumbered(String neighbor) {
        return new RoutedPort(PortName.of("to-" + neighbor), DeviceName.of(neighbor), List.of(), MTU);
    }

    private static InterfaceAddress address(String address, int length) {
        return new InterfaceAddress(IpAddress.parse(address), length);
    }

    private static NodeProgram program(
            String name, Attachment attachment, List<NetworkInterface> interfaces, List<RoutedPort> routed) {
        return new NodeProgram(
                DeviceName.of(name),
                attachment,
                interfaces,
                List.of(),
                routed,
                List.of(),
                PodVisibility.HIDDEN,
                Optional.empty(),
                MTU,
                MTU,
                Optional.empty());
    }

    private static Asn asOf(String device) {
        return new Asn(device.startsWith("s") ? 65000 : 65100 + Integer.parseInt(device.substring(1)));
    }

    private BgpConfig bgp(String device, String loopback) {
        PeerGroup group = new PeerGroup(
                ownGroups ? "peers of " + device : "peers",
                EnumSet.allOf(AddressFamily.class),
                Policy.ACCEPT_ALL,
                Policy.ACCEPT_ALL,
                false,
                NextHopMode.STANDARD,
                0,
                false);
        return new BgpConfig(
                asOf(device),
                IpAddress.parse(loopback),
                across(device).stream()
                        .map(peer -> new Neighbor(
                                DeviceName.of(peer),
                                Optional.of(PortName.of("to-" + peer)),
                                Optional.empty(),
                                asOf(peer),
                                group))
                        .toList(),
                List.of(new Origination.Network(Prefix.host(IpAddress.parse(loopback))), new Origination.Static()),
                64,
                true);
    }
}
