package io.heddle.test.fabrics;

import io.heddle.model.config.NodeProgram;
import io.heddle.model.config.NodeProgram.PodVisibility;
import io.heddle.model.config.RoutedPort;
import io.heddle.model.endpoint.Endpoint;
import io.heddle.model.fabric.Attachment;
import io.heddle.model.fabric.Bond;
import io.heddle.model.fabric.BondName;
import io.heddle.model.fabric.Card;
import io.heddle.model.fabric.CardName;
import io.heddle.model.fabric.DeviceName;
import io.heddle.model.fabric.Lacp;
import io.heddle.model.fabric.NetworkName;
import io.heddle.model.fabric.Node;
import io.heddle.model.fabric.Port;
import io.heddle.model.fabric.PortName;
import io.heddle.model.net.Bandwidth;
import io.heddle.model.net.IpAddress;
import io.heddle.model.net.Mac;
import io.heddle.model.net.Prefix;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A node, being written down: its bridged ports form one bond. */
public final class NodeSketch {

    private final DeviceName name;
    private final List<PortName> ports = new ArrayList<>();
    private final List<PortName> bonded = new ArrayList<>();
    private final List<Node.PortNetworks> singles = new ArrayList<>();
    private final SortedSet<NetworkName> networks = new TreeSet<>();
    private final List<NodeProgram.NetworkInterface> interfaces = new ArrayList<>();
    private final List<RoutedPort> routedPorts = new ArrayList<>();
    private final List<Prefix> blocks = new ArrayList<>();
    private final List<Endpoint> pods = new ArrayList<>();
    private PodVisibility visibility = PodVisibility.ROUTED;
    private @Nullable NetworkName podNetwork;
    private @Nullable BgpSketch bgp;

    NodeSketch(String name) {
        this.name = DeviceName.of(name);
    }

    public DeviceName name() {
        return name;
    }

    public NodeSketch bgp(long asn, String routerId) {
        bgp = new BgpSketch(asn, routerId);
        return this;
    }

    public BgpSketch bgp() {
        if (bgp == null) {
            throw new IllegalStateException(name + " has no BGP");
        }
        return bgp;
    }

    void addPort(PortName port) {
        ports.add(port);
    }

    void bond(PortName port, int... vlans) {
        bonded.add(port);
        for (int vlan : vlans) {
            networks.add(SwitchSketch.networkOf(vlan));
        }
    }

    void single(PortName port, int... vlans) {
        singles.add(new Node.PortNetworks(
                port, IntStream.of(vlans).mapToObj(SwitchSketch::networkOf).toList()));
    }

    void add(RoutedPort port) {
        routedPorts.add(port);
    }

    /** An interface on the network of a VLAN. */
    public NodeSketch on(int vlan, long mac, String... addresses) {
        interfaces.add(new NodeProgram.NetworkInterface(
                SwitchSketch.networkOf(vlan),
                new Mac(mac),
                Stream.of(addresses).map(SwitchSketch::interfaceAddress).toList()));
        return this;
    }

    public NodeSketch block(String prefix) {
        blocks.add(Prefix.parse(prefix));
        return this;
    }

    /** A pod; its MAC follows from the address. */
    public NodeSketch pod(String ipv4) {
        IpAddress address = IpAddress.parse(ipv4);
        return pod(
                new Endpoint(Optional.empty(), name, Endpoint.macOf(address), Optional.of(address), Optional.empty()));
    }

    public NodeSketch pod(Endpoint pod) {
        pods.add(pod);
        return this;
    }

    /** Pods are bridged to the network of this VLAN. */
    public NodeSketch bridgePodsTo(int vlan) {
        visibility = PodVisibility.BRIDGED;
        podNetwork = SwitchSketch.networkOf(vlan);
        return this;
    }

    List<Endpoint> pods() {
        return pods;
    }

    NodeProgram program() {
        return new NodeProgram(
                name,
                attachment(),
                interfaces,
                List.of(),
                routedPorts,
                blocks,
                visibility,
                Optional.ofNullable(podNetwork),
                1500,
                1500,
                Optional.ofNullable(bgp).map(BgpSketch::build));
    }

    Node node() {
        List<Card> cards = new ArrayList<>();
        for (int i = 0; i < ports.size(); i++) {
            Port port = new Port(ports.get(i), i + 1, Bandwidth.gigabits(25));
            cards.add(new Card(CardName.of("nic" + i), List.of(port), OptionalInt.empty()));
        }
        List<Bond> bonds = bonded.isEmpty()
                ? List.of()
                : List.of(new Bond(BondName.of("bond0"), bonded, Lacp.FAST, List.copyOf(networks), Optional.empty()));
        return new Node(name, "test", Optional.empty(), attachment(), 0, true, cards, bonds, singles);
    }

    private Attachment attachment() {
        return bonded.isEmpty() && singles.isEmpty() ? Attachment.L3 : Attachment.L2;
    }
}
