package io.heddle.topology.file;

import io.heddle.model.config.Masquerade;
import io.heddle.model.fabric.DeviceName;
import io.heddle.model.net.Prefix;
import io.heddle.topology.spec.MasqueradeSpec;
import io.heddle.topology.yaml.Keys;
import io.heddle.topology.yaml.Known;
import io.heddle.topology.yaml.Place;
import io.heddle.topology.yaml.YamlMapping;
import io.heddle.topology.yaml.YamlNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Reads {@code masquerade}: which nodes give their pods' packets another source, and to where they do not. */
final class MasqueradeReader {

    static final Keys RULE = Keys.required("except").optional("from", "nodes");

    private final Supplier<Known<DeviceName>> nodes;
    private final Map<DeviceName, Place> named = new HashMap<>();
    private Optional<Place> general = Optional.empty();

    MasqueradeReader(Supplier<Known<DeviceName>> nodes) {
        this.nodes = nodes;
    }

    List<MasqueradeSpec> read(YamlNode section) {
        return section.list(this::rule);
    }

    private Optional<MasqueradeSpec> rule(YamlNode node) {
        YamlMapping given = node.mapping(RULE);
        if (!node.isMapping()) {
            return Optional.empty();
        }
        List<Prefix> except = prefixes(given.at("except"));
        List<Prefix> from = prefixes(given.at("from"));
        if (given.at("from").isList() && from.isEmpty()) {
            given.at("from").wrong("no prefix", "at least one, or no key 'from' for every pod of the node");
        }
        List<DeviceName> own = names(given.at("nodes"));
        if (!given.has("nodes")) {
            general.ifPresent(first -> node.wrong(
                    "another rule without the key 'nodes'", "one for all other nodes", "the first is at " + first));
            general = general.or(() -> Optional.of(node.place()));
        } else if (own.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new MasqueradeSpec(own, new Masquerade(from, except)));
    }

    private static List<Prefix> prefixes(YamlNode node) {
        return node.list(each -> each.parse("a prefix such as 10.244.0.0/16", Prefix::parse));
    }

    private List<DeviceName> names(YamlNode node) {
        List<DeviceName> names = new ArrayList<>();
        List<YamlNode> items = node.list();
        if (node.isList() && items.isEmpty()) {
            node.wrong("no node", "at least one, or no key 'nodes' for all");
        }
        Known<DeviceName> known = items.isEmpty() ? Known.anything() : nodes.get();
        for (YamlNode each : items) {
            for (DeviceName name : Words.names(each, "a node name", DeviceName::of)) {
                Place before = named.putIfAbsent(name, each.place());
                if (before != null) {
                    each.wrong("node " + name + " again", "each node in one rule", "it is first named at " + before);
                } else if (known.check(each, name)) {
                    names.add(name);
                }
            }
        }
        return names;
    }
}
