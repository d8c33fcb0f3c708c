package io.heddle.scenarios.scenario;

import io.heddle.topology.yaml.YamlEntry;
import io.heddle.topology.yaml.YamlNode;
import java.util.List;
import java.util.stream.Collectors;

/** A value that a case sets, as it is written; long ones are shortened. */
final class ChangeText {

    private static final int LONGEST = 60;

    private ChangeText() {}

    static String of(YamlEntry change) {
        String value = value(change.value());
        return text(change.key()) + ": "
                + (value.length() <= LONGEST ? value : change.value().describe());
    }

    private static String value(YamlNode node) {
        if (node.isList()) {
            List<YamlNode> items = node.list();
            return items.stream().map(ChangeText::value).collect(Collectors.joining(", ", "[", "]"));
        }
        if (node.isMapping()) {
            List<YamlEntry> entries = node.entries();
            return entries.stream().map(ChangeText::of).collect(Collectors.joining(", ", "{", "}"));
        }
        return text(node);
    }

    private static String text(YamlNode node) {
        return node.isScalar() ? node.text("a value").orElse("") : "";
    }
}
