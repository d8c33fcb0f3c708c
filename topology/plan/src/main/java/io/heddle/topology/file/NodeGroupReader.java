package io.heddle.topology.file;

import io.heddle.model.fabric.Attachment;
import io.heddle.model.fabric.Lacp;
import io.heddle.model.fabric.NetworkName;
import io.heddle.model.net.Bandwidth;
import io.heddle.topology.spec.NodeGroup;
import io.heddle.topology.spec.NodeGroup.BondTemplate;
import io.heddle.topology.spec.NodeGroup.CardTemplate;
import io.heddle.topology.yaml.Keys;
import io.heddle.topology.yaml.Known;
import io.heddle.topology.yaml.YamlMapping;
import io.heddle.topology.yaml.YamlNode;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The {@code nodes} of a generated rack. */
final class NodeGroupReader {

    static final Keys GROUP =
            Keys.required("kind", "count", "cards").optional("attachment", "gpus", "runs-pods", "bonds");
    static final Keys CARD = Keys.required("name", "ports", "speed").optional("out-of-band");

    private final FabricScope scope;
    private final Declared<String> kinds = new Declared<>("kind of node");

    /** The generator's names of switches and racks begin with these. */
    private static final Set<String> TAKEN = Set.of("leaf", "spine", "super", "border", "oob", "rack");

    private final boolean hasOutOfBandSwitch;

    NodeGroupReader(FabricScope scope, boolean hasOutOfBandSwitch) {
        this.scope = scope;
        this.hasOutOfBandSwitch = hasOutOfBandSwitch;
    }

    List<NodeGroup> read(YamlNode section) {
        return section.list(this::group);
    }

    private Optional<NodeGroup> group(YamlNode node) {
        YamlMapping given = node.mapping(GROUP);
        // The kind is the stem of the nodes' names.
        Optional<String> kind = Words.device(given.at("kind")).map(Object::toString);
        kind.ifPresent(each -> kinds.declare(given.at("kind"), each));
        if (kind.filter(TAKEN::contains).isPresent()) {
            given.at("kind").wrong(given.at("kind").describe(), "a word that no switch or rack is named after");
        }
        int count = given.at("count").integer(0, Sizes.NODES_A_RACK, 0);
        Attachment attachment =
                given.at("attachment").oneOf(Attachment.values()).orElse(Attachment.L2);
        int gpus = given.at("gpus").integer(0, Sizes.GPUS, 0);
        boolean runsPods = given.at("runs-pods").bool(true);
        Declared<String> names = new Declared<>("card");
        List<CardTemplate> cards = given.at("cards").list(each -> card(each, names));
        List<BondTemplate> bonds = bonds(given.at("bonds"), cards);
        if (attachment == Attachment.L3 && !bonds.isEmpty()) {
            given.at("bonds")
                    .wrong(
                            "bonds on nodes with attachment l3",
                            "none: one routed session a link",
                            "unnumbered BGP over a bond to two switches reaches only one of them");
        }
        return kind.map(each -> new NodeGroup(each, count, attachment, gpus, runsPods, cards, bonds));
    }

    private Optional<CardTemplate> card(YamlNode node, Declared<String> names) {
        YamlMapping given = node.mapping(CARD);
        Optional<String> name = Words.card(given.at("name")).map(Object::toString);
        boolean fresh = name.isPresent() && names.declare(given.at("name"), name.get());
        int ports = given.at("ports").integer(1, Sizes.PORTS_OF_A_CARD, 1);
        Optional<Bandwidth> speed = Words.speed(given.at("speed"));
        boolean outOfBand = given.at("out-of-band").bool(false);
        if (outOfBand && !hasOutOfBandSwitch) {
            given.at("out-of-band")
                    .wrong("an out-of-band card", "the key 'out-of-band' of generate, the switch it is cabled to");
        }
        return fresh
                ? Optional.of(new CardTemplate(name.get(), ports, speed.orElse(Bandwidth.NONE), outOfBand))
                : Optional.empty();
    }

    private List<BondTemplate> bonds(YamlNode section, List<CardTemplate> cards) {
        Set<String> ports = new LinkedHashSet<>();
        for (CardTemplate each : cards) {
            for (int i = 1; i <= each.ports(); i++) {
                ports.add(each.name() + "." + i);
            }
        }
        Known<String> known = Known.of("port", ports);
        Declared<String> names = new Declared<>("bond");
        Declared<String> taken = new Declared<>("bond member");
        BondReader networks = new BondReader(scope);
        return section.list(node -> {
            YamlMapping given = node.mapping(BondReader.BOND);
            Optional<String> name = Words.bond(given.at("name")).map(Object::toString);
            boolean fresh = name.isPresent() && names.declare(given.at("name"), name.get());
            List<String> members = given.at("members").list(each -> each.text("a port of a card, such as nic0.1")
                    .filter(port -> known.check(each, port) && taken.declare(each, port)));
            networks.refuseEmpty(given.at("members"));
            Lacp lacp = Words.lacp(given.at("lacp"));
            List<NetworkName> tagged = networks.networks(given.at("networks"));
            Optional<NetworkName> untagged = networks.untagged(given.at("native"), tagged);
            return fresh && !members.isEmpty()
                    ? Optional.of(new BondTemplate(name.get(), members, lacp, tagged, untagged))
                    : Optional.empty();
        });
    }
}
