package io.heddle.topology.file;

import io.heddle.model.fabric.Attachment;
import io.heddle.model.fabric.Bond;
import io.heddle.model.fabric.BondName;
import io.heddle.model.fabric.Card;
import io.heddle.model.fabric.DeviceName;
import io.heddle.model.fabric.Lacp;
import io.heddle.model.fabric.NetworkName;
import io.heddle.model.fabric.Port;
import io.heddle.model.fabric.PortName;
import io.heddle.model.fabric.PortRef;
import io.heddle.topology.yaml.Keys;
import io.heddle.topology.yaml.Known;
import io.heddle.topology.yaml.YamlMapping;
import io.heddle.topology.yaml.YamlNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The bonds of nodes, and once the links are known, whether each ends on at most two switches. */
final class BondReader {

    static final Keys BOND = Keys.required("name", "members").optional("lacp", "networks", "native");

    private final FabricScope scope;
    private final List<Spread> spreads = new ArrayList<>();

    /** A bond whose cables are looked at later. */
    private record Spread(YamlNode node, DeviceName device, Bond bond) {}

    BondReader(FabricScope scope) {
        this.scope = scope;
    }

    List<Bond> read(YamlNode section, List<DeviceName> devices, List<Card> cards, Attachment attachment) {
        Declared<BondName> names = new Declared<>("bond");
        Declared<PortName> members = new Declared<>("bond member");
        List<Bond> bonds = section.list(node -> {
            Optional<Bond> bond = bond(node.mapping(BOND), cards, names, members);
            bond.ifPresent(each -> devices.forEach(device -> spreads.add(new Spread(node, device, each))));
            return bond;
        });
        if (attachment == Attachment.L3 && !bonds.isEmpty()) {
            section.wrong(
                    "bonds on a node with attachment l3",
                    "none: one routed session a link",
                    "unnumbered BGP over a bond to two switches reaches only one of them");
        }
        return bonds;
    }

    private Optional<Bond> bond(
            YamlMapping given, List<Card> cards, Declared<BondName> names, Declared<PortName> members) {
        Optional<BondName> name = Words.bond(given.at("name"));
        boolean fresh = name.isPresent() && names.declare(given.at("name"), name.get());
        List<PortName> ports = given.at("members").list(node -> Words.port(node)
                .filter(each -> isPort(node, each, cards) && members.declare(node, each)));
        refuseEmpty(given.at("members"));
        Lacp lacp = Words.lacp(given.at("lacp"));
        List<NetworkName> networks = networks(given.at("networks"));
        Optional<NetworkName> untagged = untagged(given.at("native"), networks);
        return fresh && !ports.isEmpty()
                ? Optional.of(new Bond(name.get(), ports, lacp, networks, untagged))
                : Optional.empty();
    }

    void refuseEmpty(YamlNode members) {
        if (members.isList() && members.list().isEmpty()) {
            members.wrong("an empty list", "at least one port of a card");
        }
    }

    Optional<NetworkName> untagged(YamlNode node, List<NetworkName> tagged) {
        Optional<NetworkName> untagged = Words.network(node).filter(each -> scope.networks.check(node, each));
        if (untagged.filter(tagged::contains).isPresent()) {
            node.wrong("network '" + untagged.get() + "', which is also tagged", "a network once a bond");
        }
        return untagged;
    }

    /** Networks that exist, each once. */
    List<NetworkName> networks(YamlNode section) {
        Declared<NetworkName> seen = new Declared<>("network of a port");
        return section.list(node ->
                Words.network(node).filter(each -> scope.networks.check(node, each) && seen.declare(node, each)));
    }

    static boolean isPort(YamlNode node, PortName name, List<Card> cards) {
        Set<PortName> ports = cards.stream()
                .flatMap(card -> card.ports().stream().map(Port::name))
                .collect(Collectors.toCollection(LinkedHashSet::new));
        return Known.of("port of this node", ports).check(node, name);
    }

    /** MLAG and this model's Ethernet segments join two switches. Call when all links are read. */
    void checkSpread() {
        for (Spread each : spreads) {
            Set<DeviceName> far = new TreeSet<>();
            for (PortName member : each.bond.members()) {
                scope.farDevice(new PortRef(each.device, member)).ifPresent(far::add);
            }
            if (far.size() > 2) {
                String found = "bond " + each.bond.name() + " of " + each.device + " over " + far.size() + " switches: "
                        + far.stream().map(DeviceName::value).collect(Collectors.joining(", "));
                each.node.wrong(found, "one switch, or the two of an MLAG pair or an Ethernet segment");
            }
        }
    }
}
