package io.heddle.controller.daemon.config;

import io.heddle.model.fabric.DeviceName;
import io.heddle.topology.yaml.Problem;
import io.heddle.topology.yaml.YamlMapping;
import io.heddle.topology.yaml.YamlNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A switch that the file names, and where.
 *
 * @param unknown what is said if the fabric has none of this name
 */
public record NamedSwitch(DeviceName device, Problem unknown) {

    private static final String SWITCH = "switch";

    /** All of them. Names that are none have been told of already. */
    static List<NamedSwitch> of(YamlMapping root) {
        List<NamedSwitch> named = new ArrayList<>();
        for (YamlNode list : List.of(
                root.at("bgp").peek("switches"),
                root.at("openflow").peek("switches"),
                root.at("tables").peek("switches"),
                root.at("silent-vteps"))) {
            if (list.isList()) {
                list.list().forEach(each -> named(each.peek(SWITCH)).ifPresent(named::add));
            }
        }
        return named;
    }

    private static Optional<NamedSwitch> named(YamlNode node) {
        if (!node.isScalar()) {
            return Optional.empty();
        }
        try {
            return node.text("a name").map(DeviceName::of).map(each -> new NamedSwitch(each, unknown(node)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Problem unknown(YamlNode node) {
        return new Problem(
                node.place(), node.path(), node.describe(), "the name of a switch of the fabric", Optional.empty());
    }
}
