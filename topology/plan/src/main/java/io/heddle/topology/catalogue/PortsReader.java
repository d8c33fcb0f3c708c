package io.heddle.topology.catalogue;

import io.heddle.model.device.Breakout;
import io.heddle.model.device.Evidence;
import io.heddle.model.device.PortGroup;
import io.heddle.model.device.PortLayout;
import io.heddle.model.device.PortNaming;
import io.heddle.model.net.Bandwidth;
import io.heddle.topology.yaml.Keys;
import io.heddle.topology.yaml.YamlMapping;
import io.heddle.topology.yaml.YamlNode;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** Reads {@code ports} and {@code port-names}. */
final class PortsReader {

    static final Keys PORTS = Keys.required("groups").optional("source", "confidence");
    static final Keys GROUP = Keys.required("cage", "count", "lanes", "speeds").optional("breakouts");
    static final Keys NAMES = Keys.required("whole", "part");

    private static final int MOST_PORTS = 65_536;
    private static final int MOST_LANES = 8;

    /** The ports of a device before an operating system names them. */
    record Ports(List<PortGroup> groups, Evidence evidence) {

        PortLayout named(PortNaming naming) {
            return PortLayout.of(groups, naming, evidence);
        }
    }

    private PortsReader() {}

    static Ports ports(YamlNode node, EvidenceReader around) {
        if (!node.isPresent()) {
            return new Ports(List.of(), Evidence.NONE);
        }
        YamlMapping mapping = node.mapping(PORTS);
        return new Ports(mapping.at("groups").list(PortsReader::group), around.of(mapping));
    }

    private static Optional<PortGroup> group(YamlNode node) {
        YamlMapping mapping = node.mapping(GROUP);
        Optional<String> cage = mapping.at("cage").text("a connector such as SFP28");
        int count = mapping.at("count").integer(1, MOST_PORTS, 1);
        int lanes = mapping.at("lanes").integer(1, MOST_LANES, 1);
        TreeSet<Bandwidth> speeds =
                new TreeSet<>(mapping.at("speeds").list(each -> each.parse("a speed such as 25G", Bandwidth::parse)));
        List<Breakout> breakouts =
                mapping.at("breakouts").list(each -> each.parse("a breakout such as 4x25G", Breakout::parse));
        if (speeds.isEmpty()) {
            if (mapping.at("speeds").isList()) {
                mapping.at("speeds").wrong("no speed", "one or more, such as [10G, 25G]");
            }
            return Optional.empty();
        }
        for (Breakout each : breakouts) {
            if (each.ways() > lanes) {
                mapping.at("breakouts").wrong(each.toString(), "at most as many parts as the port has lanes, " + lanes);
                return Optional.empty();
            }
        }
        return cage.map(name -> new PortGroup(name, count, lanes, speeds, breakouts));
    }

    static Optional<PortNaming> naming(YamlNode node) {
        if (!node.isPresent()) {
            return Optional.empty();
        }
        YamlMapping mapping = node.mapping(NAMES);
        Optional<String> whole = mapping.at("whole").text("a pattern such as swp{port}");
        Optional<String> part = mapping.at("part").text("a pattern such as swp{port}s{part0}");
        if (whole.isEmpty() || part.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new PortNaming(whole.get(), part.get()));
        } catch (IllegalArgumentException e) {
            node.wrong(
                    "patterns '" + whole.get() + "' and '" + part.get() + "'",
                    "one name per port",
                    String.valueOf(e.getMessage()));
            return Optional.empty();
        }
    }
}
