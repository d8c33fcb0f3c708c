package io.heddle.topology.file;

import io.heddle.model.fabric.EthernetSegment;
import io.heddle.model.fabric.ExternalExit;
import io.heddle.model.fabric.Fabric;
import io.heddle.model.fabric.Link;
import io.heddle.model.fabric.MlagPair;
import io.heddle.model.fabric.Network;
import io.heddle.model.fabric.Node;
import io.heddle.model.fabric.Rack;
import io.heddle.model.fabric.RackName;
import io.heddle.model.fabric.Switch;
import io.heddle.model.fabric.Vrf;
import io.heddle.topology.yaml.Keys;
import io.heddle.topology.yaml.YamlMapping;
import io.heddle.topology.yaml.YamlNode;
import java.util.ArrayList;
import java.util.List;

/** A fabric written out in full. Sections are read in the order in which they refer to each other, not in that of the file. */
final class WrittenReader {

    static final Keys FABRIC = Keys.required("heddle", "name", "switches")
            .optional("racks", "networks", "vrfs", "nodes", "exits", "links", "mlag-pairs", "ethernet-segments");

    static final Keys SECTION = Keys.required("switches")
            .optional(
                    "heddle",
                    "name",
                    "racks",
                    "networks",
                    "vrfs",
                    "nodes",
                    "exits",
                    "links",
                    "mlag-pairs",
                    "ethernet-segments");

    private final FabricScope scope;

    WrittenReader(FabricScope scope) {
        this.scope = scope;
    }

    /** The parts; {@link Fabric.Builder#build} may be called only if no problem was recorded. */
    Fabric.Builder read(YamlMapping given, String otherwise) {
        Fabric.Builder fabric =
                Fabric.builder(given.at("name").text("a name for the fabric").orElse(otherwise));
        NetworkReader networks = new NetworkReader(scope);
        List<Vrf> vrfs = networks.vrfs(given.at("vrfs"));
        List<Network> read = networks.networks(given.at("networks"));
        racks(given.at("racks")).forEach(fabric::add);
        vrfs.forEach(fabric::add);
        read.forEach(fabric::add);
        BondReader bonds = new BondReader(scope);
        List<Switch> switches = new SwitchReader(scope).read(given.at("switches"));
        List<Node> nodes = new NodeReader(scope, bonds).read(given.at("nodes"));
        List<ExternalExit> exits = new ExitReader(scope).read(given.at("exits"));
        LinkReader links = new LinkReader(scope);
        List<Link> cables = links.read(given.at("links"));
        JoinReader joins = new JoinReader(scope, links, nodes);
        List<MlagPair> pairs = joins.pairs(given.at("mlag-pairs"));
        List<EthernetSegment> segments = joins.segments(given.at("ethernet-segments"));
        bonds.checkSpread();
        switches.forEach(fabric::add);
        nodes.forEach(fabric::add);
        exits.forEach(fabric::add);
        cables.forEach(fabric::add);
        pairs.forEach(fabric::add);
        pairs.stream().flatMap(pair -> pair.peerLink().stream()).forEach(fabric::add);
        segments.forEach(fabric::add);
        return fabric;
    }

    private List<Rack> racks(YamlNode section) {
        List<Rack> racks = new ArrayList<>();
        for (YamlNode each : section.list()) {
            for (RackName name : Words.names(each, "a rack name", RackName::of)) {
                if (scope.racks.declare(each, name)) {
                    racks.add(new Rack(name));
                }
            }
        }
        return racks;
    }
}
