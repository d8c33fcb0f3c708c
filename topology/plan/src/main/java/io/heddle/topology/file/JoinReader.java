package io.heddle.topology.file;

import io.heddle.model.fabric.Bond;
import io.heddle.model.fabric.BondName;
import io.heddle.model.fabric.DeviceName;
import io.heddle.model.fabric.EthernetSegment;
import io.heddle.model.fabric.Link;
import io.heddle.model.fabric.MlagPair;
import io.heddle.model.fabric.Node;
import io.heddle.model.net.Esi;
import io.heddle.topology.yaml.Keys;
import io.heddle.topology.yaml.Known;
import io.heddle.topology.yaml.YamlMapping;
import io.heddle.topology.yaml.YamlNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The {@code mlag-pairs} and {@code ethernet-segments} sections: what makes two switches one LACP partner. */
final class JoinReader {

    static final Keys PAIR = Keys.required("name", "switches").optional("peer-link");
    static final Keys SEGMENT = Keys.required("esi", "node", "bond");

    private final LinkReader links;
    private final Declared<String> pairNames = new Declared<>("MLAG pair");
    private final Declared<DeviceName> paired = new Declared<>("switch of an MLAG pair");
    private final Declared<Esi> esis = new Declared<>("ESI");
    private final FabricScope scope;
    private final Map<DeviceName, Node> nodes;

    JoinReader(FabricScope scope, LinkReader links, List<Node> nodes) {
        this.scope = scope;
        this.links = links;
        this.nodes = nodes.stream().collect(Collectors.toMap(Node::name, Function.identity()));
    }

    List<MlagPair> pairs(YamlNode section) {
        return section.list(this::pair);
    }

    private Optional<MlagPair> pair(YamlNode node) {
        YamlMapping given = node.mapping(PAIR);
        Optional<String> name = given.at("name").text("a name");
        name.ifPresent(each -> pairNames.declare(given.at("name"), each));
        YamlNode members = given.at("switches");
        List<DeviceName> pair = members.list(
                each -> Words.device(each).filter(known -> isSwitch(each, known) && paired.declare(each, known)));
        if (members.isList() && members.list().size() != 2) {
            members.wrong(members.describe(), "two switches");
        }
        List<Link> peerLink = links.read(given.at("peer-link"));
        if (name.isEmpty() || pair.size() != 2) {
            return Optional.empty();
        }
        for (Link each : peerLink) {
            if (!each.touches(pair.get(0)) || !each.touches(pair.get(1))) {
                given.at("peer-link").wrong("cable " + each, "cables between " + pair.get(0) + " and " + pair.get(1));
            }
        }
        return Optional.of(new MlagPair(name.get(), pair.get(0), pair.get(1), peerLink));
    }

    private boolean isSwitch(YamlNode node, DeviceName name) {
        if (nodes.containsKey(name)) {
            node.wrong("node '" + name + "'", "a switch");
            return false;
        }
        return scope.devices.check(node, name);
    }

    List<EthernetSegment> segments(YamlNode section) {
        return section.list(this::segment);
    }

    private Optional<EthernetSegment> segment(YamlNode node) {
        YamlMapping given = node.mapping(SEGMENT);
        Optional<Esi> esi = given.at("esi").parse("an ESI", Esi::parse);
        esi.ifPresent(each -> esis.declare(given.at("esi"), each));
        Optional<DeviceName> name =
                Words.device(given.at("node")).filter(each -> scope.devices.check(given.at("node"), each));
        Optional<BondName> bond = Words.bond(given.at("bond"));
        if (esi.isEmpty() || name.isEmpty() || bond.isEmpty()) {
            return Optional.empty();
        }
        Node owner = nodes.get(name.get());
        if (owner == null) {
            given.at("node").wrong(given.at("node").describe() + ", which is no node", "a node");
            return Optional.empty();
        }
        List<BondName> bonds = owner.bonds().stream().map(Bond::name).toList();
        return Known.of("bond of " + name.get(), bonds).check(given.at("bond"), bond.get())
                ? Optional.of(new EthernetSegment(esi.get(), name.get(), bond.get()))
                : Optional.empty();
    }
}
