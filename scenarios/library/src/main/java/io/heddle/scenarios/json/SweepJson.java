package io.heddle.scenarios.json;

import io.heddle.scenarios.sweep.SweepRow;
import io.heddle.topology.yaml.Problems;
import io.heddle.topology.yaml.YamlDocument;
import io.heddle.topology.yaml.YamlNode;
import java.util.List;
import java.util.Optional;

/** A row of a sweep as one line of JSON, and back. */
public final class SweepJson {

    /** The value of the key {@code heddle}. */
    public static final String FORMAT = "sweep/1";

    private SweepJson() {}

    /** One line, without its end. */
    public static String line(SweepRow row) {
        return Json.line(json -> json.field("heddle", FORMAT)
                .strings("settings", row.settings())
                .field("outcome", row.outcome())
                .field("switches", row.switches())
                .field("nodes", row.nodes())
                .field("pods", row.pods())
                .field("fullest", row.fullest())
                .field("share", row.share())
                .field("holding", row.holding())
                .field("expectations", row.expectations())
                .field("why", row.why()));
    }

    /** The row of a line; empty if it is none, such as the last line of a sweep that was killed. */
    public static Optional<SweepRow> read(String line) {
        Problems problems = new Problems();
        YamlNode root = YamlDocument.read("a line", line, List.of(), problems);
        boolean known = root.peek("heddle").text("").filter(FORMAT::equals).isPresent();
        if (!known || root.peek("why").text("").isEmpty() && !line.endsWith("}") || !problems.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new SweepRow(
                root.peek("settings").list(each -> each.text("a setting")),
                text(root, "outcome"),
                number(root, "switches"),
                number(root, "nodes"),
                number(root, "pods"),
                text(root, "fullest"),
                Double.parseDouble(text(root, "share")),
                number(root, "holding"),
                number(root, "expectations"),
                text(root, "why")));
    }

    private static String text(YamlNode root, String key) {
        return root.peek(key).text("a value").orElse("");
    }

    private static long number(YamlNode root, String key) {
        return root.peek(key).integer(0, Integer.MAX_VALUE, 0);
    }
}
