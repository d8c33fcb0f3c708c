package io.heddle.topology.file;

import io.heddle.model.fabric.Attachment;
import io.heddle.model.fabric.DeviceName;
import io.heddle.model.fabric.Network;
import io.heddle.model.fabric.ProfileRef;
import io.heddle.model.fabric.Vrf;
import io.heddle.model.net.Asn;
import io.heddle.model.net.Bandwidth;
import io.heddle.model.net.Prefix;
import io.heddle.topology.spec.GeneratorSpec;
import io.heddle.topology.spec.GeneratorSpec.Clos;
import io.heddle.topology.spec.GeneratorSpec.Exit;
import io.heddle.topology.spec.NodeGroup;
import io.heddle.topology.spec.PairMode;
import io.heddle.topology.yaml.Keys;
import io.heddle.topology.yaml.YamlMapping;
import io.heddle.topology.yaml.YamlNode;
import java.util.List;
import java.util.Optional;

/** {@code generate} of kind {@code rack-pair}, {@code clos-2} or {@code clos-3}: the same keys, more of them with each tier. */
final class ClosReader {

    static final Keys RACK_PAIR = Keys.required("kind", "leaf", "pair-mode", "nodes")
            .optional("peer-links", "peer-link-speed", "out-of-band", "exits");
    static final Keys TWO_TIERS = Keys.required(
                    "kind", "racks", "leaf", "pair-mode", "uplink-speed", "spines", "spine", "nodes")
            .optional(
                    "links-per-spine",
                    "peer-links",
                    "peer-link-speed",
                    "spines-are-pair",
                    "out-of-band",
                    "border-leafs",
                    "exits");
    static final Keys THREE_TIERS = Keys.required(
                    "kind",
                    "racks",
                    "leaf",
                    "pair-mode",
                    "uplink-speed",
                    "groups",
                    "spines",
                    "spine",
                    "super-spines-per-plane",
                    "super-spine",
                    "nodes")
            .optional(
                    "links-per-spine",
                    "links-per-super-spine",
                    "peer-links",
                    "peer-link-speed",
                    "out-of-band",
                    "border-leafs",
                    "exits");
    static final Keys EXIT = Keys.required("router", "asn").optional("prefixes");

    private static final int USUAL_PEER_LINKS = 2;

    private final FabricScope scope;
    private final String name;
    private final List<Network> networks;
    private final List<Vrf> vrfs;

    ClosReader(FabricScope scope, String name, List<Network> networks, List<Vrf> vrfs) {
        this.scope = scope;
        this.name = name;
        this.networks = networks;
        this.vrfs = vrfs;
    }

    Optional<GeneratorSpec> rackPair(YamlNode generate) {
        return read(generate.mapping(RACK_PAIR));
    }

    Optional<GeneratorSpec> twoTiers(YamlNode generate) {
        return read(generate.mapping(TWO_TIERS));
    }

    Optional<GeneratorSpec> threeTiers(YamlNode generate) {
        return read(generate.mapping(THREE_TIERS));
    }

    private Optional<GeneratorSpec> read(YamlMapping given) {
        Tiers tiers = Tiers.read(given, scope);
        Optional<PairMode> pairMode = given.at("pair-mode").oneOf(PairMode.values());
        Optional<ProfileRef> leaf = Words.profile(given.at("leaf"), scope);
        Optional<ProfileRef> outOfBand = Words.profile(given.at("out-of-band"), scope);
        boolean hasPairs =
                tiers.spinesArePair() || pairMode.filter(PairMode::isMlag).isPresent();
        int peerLinks = given.at("peer-links").integer(0, Sizes.CABLES_BETWEEN_TWO, hasPairs ? USUAL_PEER_LINKS : 0);
        Bandwidth peerLinkSpeed = Words.speed(given.at("peer-link-speed")).orElse(tiers.uplinkSpeed());
        int borderLeafs = given.atIfKnown("border-leafs").integer(0, Sizes.SWITCHES_OF_A_KIND, 0);
        List<Exit> exits = exits(given.atIfKnown("exits"), tiers.spines() == 0 || borderLeafs > 0);
        List<NodeGroup> nodes = new NodeGroupReader(scope, given.has("out-of-band")).read(given.at("nodes"));
        if (pairMode.isEmpty() || leaf.isEmpty()) {
            return Optional.empty();
        }
        checkPairs(given, hasPairs, peerLinks, peerLinkSpeed);
        checkAttachment(given.at("nodes"), pairMode.get(), nodes);
        checkSize(given, pairMode.get(), tiers, nodes);
        return Optional.of(new Clos(
                name,
                tiers.racks(),
                pairMode.get(),
                leaf.get(),
                tiers.uplinkSpeed(),
                tiers.groups(),
                tiers.spines(),
                tiers.spine(),
                tiers.linksPerSpine(),
                tiers.superSpinesPerPlane(),
                tiers.superSpine(),
                tiers.linksPerSuperSpine(),
                peerLinks,
                peerLinkSpeed,
                tiers.spinesArePair(),
                outOfBand,
                borderLeafs,
                exits,
                nodes,
                networks,
                vrfs));
    }

    /** In a rack pair exits are cabled to the leafs, else to border leafs. */
    private List<Exit> exits(YamlNode section, boolean haveSwitch) {
        List<Exit> exits = section.list(node -> {
            YamlMapping given = node.mapping(EXIT);
            Optional<DeviceName> router = Words.device(given.at("router"));
            router.ifPresent(each -> scope.devices.declare(given.at("router"), each));
            Optional<Asn> asn = Words.asn(given.at("asn"));
            List<Prefix> prefixes = Words.prefixes(given.at("prefixes"));
            return router.isPresent() && asn.isPresent()
                    ? Optional.of(new Exit(router.get().value(), asn.get(), prefixes))
                    : Optional.empty();
        });
        if (!exits.isEmpty() && !haveSwitch) {
            section.wrong("exits without border leafs", "the key 'border-leafs', at least 1, beside it");
        }
        return exits;
    }

    private static void checkPairs(YamlMapping given, boolean hasPairs, int peerLinks, Bandwidth speed) {
        if (peerLinks > 0 && !hasPairs) {
            given.at("peer-links")
                    .wrong(
                            peerLinks + " peer links",
                            "none with pair-mode "
                                    + given.at("pair-mode").text("a pair mode").orElse(""));
        }
        if (peerLinks > 0 && hasPairs && speed.equals(Bandwidth.NONE)) {
            given.node().wrong("no key 'peer-link-speed'", "one for the " + peerLinks + " peer links of each pair");
        }
    }

    private static void checkAttachment(YamlNode section, PairMode mode, List<NodeGroup> nodes) {
        if (mode == PairMode.INDEPENDENT && nodes.stream().anyMatch(each -> each.attachment() == Attachment.L2)) {
            section.wrong(
                    "nodes with attachment l2 in racks of pair-mode independent",
                    "attachment: l3",
                    "without MLAG or Ethernet segments a bond to two leafs does not come up");
        }
    }

    private static void checkSize(YamlMapping given, PairMode mode, Tiers tiers, List<NodeGroup> nodes) {
        int leafs = mode == PairMode.SINGLE ? 1 : 2;
        long nodePorts = nodes.stream()
                .mapToLong(each -> (long) each.count()
                        * each.cards().stream()
                                .mapToInt(NodeGroup.CardTemplate::ports)
                                .sum())
                .sum();
        long ports = 2 * (tiers.racks() * (nodePorts + (long) leafs * tiers.uplinks()) + tiers.superLinks());
        if (ports > Sizes.PORTS) {
            given.node().wrong("a fabric of about " + ports + " ports", "at most " + Sizes.PORTS);
        }
    }
}
