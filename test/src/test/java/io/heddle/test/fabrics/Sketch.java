package io.heddle.test.fabrics;

import io.heddle.model.config.BridgePort;
import io.heddle.model.config.ExternalRouter;
import io.heddle.model.config.NetworkConfig;
import io.heddle.model.config.RoutedPort;
import io.heddle.model.endpoint.Endpoint;
import io.heddle.model.endpoint.Endpoints;
import io.heddle.model.fabric.DeviceName;
import io.heddle.model.fabric.ExternalExit;
import io.heddle.model.fabric.Fabric;
import io.heddle.model.fabric.Link;
import io.heddle.model.fabric.Network;
import io.heddle.model.fabric.Outage;
import io.heddle.model.fabric.Port;
import io.heddle.model.fabric.PortName;
import io.heddle.model.fabric.PortRef;
import io.heddle.model.fabric.ProfileRef;
import io.heddle.model.fabric.Switch;
import io.heddle.model.fabric.SwitchRole;
import io.heddle.model.fabric.VrfName;
import io.heddle.model.net.Bandwidth;
import io.heddle.model.net.Esi;
import io.heddle.model.net.VlanId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeSet;

/**
 * A fabric with its configuration, being written down. A port is named after the device it leads to, {@code to-s1}, further cables
 * to the same device {@code to-s1.2} and so on; the network of VLAN 10 is {@code net10}.
 */
public final class Sketch {

    private static final ProfileRef PROFILE = new ProfileRef("any", "any", "any");

    private final Map<String, SwitchSketch> switches = new LinkedHashMap<>();
    private final Map<String, NodeSketch> nodes = new LinkedHashMap<>();
    private final Map<String, BgpSketch> externals = new LinkedHashMap<>();
    private final Map<String, List<PortName>> ports = new LinkedHashMap<>();
    private final List<Link> links = new ArrayList<>();
    private final TreeSet<Integer> vlans = new TreeSet<>();

    /** The switch of this name, made when first named. */
    public SwitchSketch device(String name) {
        return switches.computeIfAbsent(name, SwitchSketch::new);
    }

    /** The node of this name, made when first named. */
    public NodeSketch node(String name) {
        return nodes.computeIfAbsent(name, NodeSketch::new);
    }

    public BgpSketch external(String name, long asn, String routerId) {
        BgpSketch bgp = new BgpSketch(asn, routerId);
        externals.put(name, bgp);
        return bgp;
    }

    /** The BGP of the switch, node or external router. */
    public BgpSketch bgp(String name) {
        BgpSketch external = externals.get(name);
        return external != null
                ? external
                : switches.containsKey(name) ? device(name).bgp() : node(name).bgp();
    }

    /** A cable; nothing runs over it yet. */
    public Link cable(String a, String b) {
        Link link = new Link(end(a, b), end(b, a));
        links.add(link);
        return link;
    }

    private PortRef end(String here, String there) {
        List<PortName> used = ports.computeIfAbsent(here, _ -> new ArrayList<>());
        String name = "to-" + there;
        int number = 1;
        while (used.contains(PortName.of(number == 1 ? name : name + "." + number))) {
            number++;
        }
        PortName port = PortName.of(number == 1 ? name : name + "." + number);
        used.add(port);
        if (nodes.containsKey(here)) {
            node(here).addPort(port);
        }
        return new PortRef(DeviceName.of(here), port);
    }

    /** A cable with a routed port at both ends, unnumbered. */
    public Link routed(String a, String b) {
        return routed(a, b, List.of(), List.of());
    }

    /** The same with addresses, {@code address/length}. */
    public Link routed(String a, String b, List<String> ofA, List<String> ofB) {
        Link link = cable(a, b);
        boolean asWritten = link.a().device().value().equals(a);
        route(link.a(), link.b(), asWritten ? ofA : ofB);
        route(link.b(), link.a(), asWritten ? ofB : ofA);
        return link;
    }

    private void route(PortRef here, PortRef there, List<String> addresses) {
        RoutedPort port = new RoutedPort(
                here.port(),
                there.device(),
                addresses.stream().map(SwitchSketch::interfaceAddress).toList(),
                9000);
        String name = here.device().value();
        if (switches.containsKey(name)) {
            device(name).add(port);
        } else if (nodes.containsKey(name)) {
            node(name).add(port);
        }
    }

    /** A routed cable with a session over it, in the groups that both ends use now. */
    public Link peered(String a, String b) {
        return peerOver(routed(a, b));
    }

    /** A session over a cable, in the groups that both ends use now. */
    public Link peerOver(Link link) {
        peer(link.a(), link.b());
        peer(link.b(), link.a());
        return link;
    }

    private void peer(PortRef here, PortRef there) {
        bgp(here.device().value())
                .peerOver(
                        here.port(), there.device(), bgp(there.device().value()).asn());
    }

    /** A cable between two switches that carries VLANs. */
    public Link trunk(String a, String b, int... vlans) {
        Link link = cable(a, b);
        bridge(link.a(), link.b(), Optional.empty(), vlans);
        bridge(link.b(), link.a(), Optional.empty(), vlans);
        return link;
    }

    /** A cable of a node's bond to a switch, carrying VLANs. */
    public Link attach(String node, String leaf, int... vlans) {
        return attach(node, leaf, Optional.empty(), vlans);
    }

    public Link attach(String node, String leaf, Optional<Esi> segment, int... vlans) {
        Link link = cableFromNode(node, leaf);
        PortRef nodeEnd = endAt(link, node);
        node(node).bond(nodeEnd.port(), vlans);
        bridge(link.otherEnd(nodeEnd), nodeEnd, segment, vlans);
        return link;
    }

    /** A cable of a node to a switch outside of the bond, carrying VLANs. */
    public Link attachSingly(String node, String leaf, int... vlans) {
        Link link = cableFromNode(node, leaf);
        PortRef nodeEnd = endAt(link, node);
        node(node).single(nodeEnd.port(), vlans);
        bridge(link.otherEnd(nodeEnd), nodeEnd, Optional.empty(), vlans);
        return link;
    }

    private Link cableFromNode(String node, String leaf) {
        node(node);
        return cable(node, leaf);
    }

    private static PortRef endAt(Link link, String device) {
        return link.a().device().value().equals(device) ? link.a() : link.b();
    }

    /** The network of a VLAN that perhaps no cable carries. */
    public void network(int vlan) {
        vlans.add(vlan);
    }

    private void bridge(PortRef here, PortRef there, Optional<Esi> segment, int... carried) {
        List<VlanId> tagged = new ArrayList<>();
        for (int vlan : carried) {
            network(vlan);
            tagged.add(new VlanId(vlan));
        }
        device(here.device().value())
                .add(new BridgePort(
                        here.port().value(),
                        List.of(here.port()),
                        there.device(),
                        tagged,
                        Optional.empty(),
                        Optional.empty(),
                        OptionalInt.empty(),
                        segment,
                        false,
                        9000));
    }

    public FabricCase build() {
        Fabric.Builder fabric = Fabric.builder("sketch");
        switches.keySet()
                .forEach(name -> fabric.add(new Switch(
                        DeviceName.of(name),
                        SwitchRole.LEAF,
                        PROFILE,
                        Optional.empty(),
                        OptionalInt.empty(),
                        OptionalInt.empty(),
                        portsOf(name))));
        nodes.values().forEach(each -> fabric.add(each.node()));
        externals.forEach(
                (name, bgp) -> fabric.add(new ExternalExit(DeviceName.of(name), bgp.asn(), portsOf(name), List.of())));
        links.forEach(fabric::add);
        vlans.forEach(vlan -> fabric.add(new Network(
                SwitchSketch.networkOf(vlan),
                new VlanId(vlan),
                List.of(),
                Optional.empty(),
                VrfName.DEFAULT,
                false,
                false)));
        List<Endpoint> pods =
                nodes.values().stream().flatMap(each -> each.pods().stream()).toList();
        NetworkConfig config = new NetworkConfig(
                switches.values().stream().map(SwitchSketch::build).toList(),
                nodes.values().stream().map(NodeSketch::program).toList(),
                externals.entrySet().stream()
                        .map(each -> new ExternalRouter(
                                DeviceName.of(each.getKey()), each.getValue().build()))
                        .toList());
        return new FabricCase(fabric.build(), config, Endpoints.ofPods(pods), Outage.NONE);
    }

    private List<Port> portsOf(String device) {
        List<Port> made = new ArrayList<>();
        for (PortName each : ports.getOrDefault(device, List.of())) {
            made.add(new Port(each, made.size() + 1, Bandwidth.gigabits(100)));
        }
        return made;
    }
}
