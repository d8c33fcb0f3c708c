package io.heddle.topology.file;

import io.heddle.model.fabric.Attachment;
import io.heddle.model.fabric.Bond;
import io.heddle.model.fabric.Card;
import io.heddle.model.fabric.CardName;
import io.heddle.model.fabric.DeviceName;
import io.heddle.model.fabric.NetworkName;
import io.heddle.model.fabric.Node;
import io.heddle.model.fabric.Port;
import io.heddle.model.fabric.PortName;
import io.heddle.model.fabric.RackName;
import io.heddle.topology.yaml.Keys;
import io.heddle.topology.yaml.YamlMapping;
import io.heddle.topology.yaml.YamlNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** The {@code nodes} section of a fabric written out in full. */
final class NodeReader {

    static final Keys NODE = Keys.required("name", "cards")
            .optional("kind", "rack", "attachment", "gpus", "runs-pods", "bonds", "port-networks");
    static final Keys CARD = Keys.required("name", "ports").optional("rail");
    static final Keys PORT_NETWORKS = Keys.required("port", "networks");

    private final FabricScope scope;
    private final BondReader bonds;

    NodeReader(FabricScope scope, BondReader bonds) {
        this.scope = scope;
        this.bonds = bonds;
    }

    List<Node> read(YamlNode section) {
        List<Node> nodes = new ArrayList<>();
        for (YamlNode each : section.list()) {
            readOne(each.mapping(NODE), nodes);
        }
        return nodes;
    }

    private void readOne(YamlMapping given, List<Node> into) {
        List<DeviceName> names = Words.names(given.at("name"), "a node name", DeviceName::of);
        List<DeviceName> fresh = names.stream()
                .filter(each -> scope.devices.declare(given.at("name"), each))
                .toList();
        String kind = given.at("kind").text("a word such as compute").orElse("node");
        Optional<RackName> rack =
                Words.rack(given.at("rack")).filter(each -> scope.racks.check(given.at("rack"), each));
        Attachment attachment =
                given.at("attachment").oneOf(Attachment.values()).orElse(Attachment.L2);
        int gpus = given.at("gpus").integer(0, Sizes.GPUS, 0);
        boolean runsPods = given.at("runs-pods").bool(true);
        List<Card> cards = cards(given.at("cards"), fresh);
        List<Bond> bonded = bonds.read(given.at("bonds"), fresh, cards, attachment);
        List<Node.PortNetworks> portNetworks = portNetworks(given.at("port-networks"), cards, bonded);
        for (DeviceName each : fresh) {
            into.add(new Node(each, kind, rack, attachment, gpus, runsPods, cards, bonded, portNetworks));
        }
    }

    private List<Card> cards(YamlNode section, List<DeviceName> devices) {
        Declared<CardName> names = new Declared<>("card");
        PortReader ports = new PortReader(scope, devices);
        return section.list(node -> {
            YamlMapping card = node.mapping(CARD);
            Optional<CardName> name = Words.card(card.at("name"));
            boolean fresh = name.isPresent() && names.declare(card.at("name"), name.get());
            OptionalInt rail = card.at("rail").integer(0, Sizes.CARDS - 1);
            List<Port> read = ports.ports(card.at("ports"));
            if (card.at("ports").isList() && card.at("ports").list().isEmpty()) {
                card.at("ports").wrong("an empty list", "at least one port");
            }
            return fresh && !read.isEmpty() ? Optional.of(new Card(name.get(), read, rail)) : Optional.empty();
        });
    }

    private List<Node.PortNetworks> portNetworks(YamlNode section, List<Card> cards, List<Bond> bonded) {
        Declared<PortName> seen = new Declared<>("port");
        return section.list(node -> {
            YamlMapping given = node.mapping(PORT_NETWORKS);
            Optional<PortName> port =
                    Words.port(given.at("port")).filter(each -> BondReader.isPort(given.at("port"), each, cards));
            port.ifPresent(each -> {
                seen.declare(given.at("port"), each);
                bonded.stream().filter(bond -> bond.members().contains(each)).forEach(bond -> given.at("port")
                        .wrong("port " + each + ", a member of " + bond.name(), "a port that is in no bond"));
            });
            List<NetworkName> networks = bonds.networks(given.at("networks"));
            return port.map(each -> new Node.PortNetworks(each, networks));
        });
    }
}
