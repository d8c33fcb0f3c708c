package io.heddle.topology.file;

import io.heddle.model.fabric.Link;
import io.heddle.model.fabric.PortRef;
import io.heddle.topology.yaml.YamlNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Cables: {@code leaf-1:ethernet1/1/(1-4) -- node-(1-4):nic0-1}, or the two ends as a list. */
final class LinkReader {

    private static final String WHAT = "two ports, such as leaf-1:ethernet1/1/1 -- node-1:nic0-1";
    private static final String BETWEEN = " -- ";

    private final FabricScope scope;

    LinkReader(FabricScope scope) {
        this.scope = scope;
    }

    /** Reads a list of cables and plugs them in. Devices must have been read. */
    List<Link> read(YamlNode section) {
        List<Link> links = new ArrayList<>();
        for (YamlNode each : section.list()) {
            if (each.isList()) {
                List<YamlNode> ends = each.list();
                if (ends.size() == 2) {
                    join(each, ends.get(0), refs(ends.get(0)), ends.get(1), refs(ends.get(1)), links);
                } else {
                    each.wrong("a list of " + ends.size(), WHAT);
                }
            } else {
                text(each, links);
            }
        }
        return links;
    }

    private void text(YamlNode node, List<Link> into) {
        Optional<String> text = node.text(WHAT);
        if (text.isEmpty()) {
            return;
        }
        int at = text.get().indexOf(BETWEEN);
        if (at < 0) {
            node.wrong(node.describe(), WHAT);
            return;
        }
        String a = text.get().substring(0, at).strip();
        String b = text.get().substring(at + BETWEEN.length()).strip();
        join(node, node, node.parse(WHAT, _ -> refs(a)), node, node.parse(WHAT, _ -> refs(b)), into);
    }

    private static Optional<List<PortRef>> refs(YamlNode node) {
        return node.parse("a port, such as leaf-1:ethernet1/1/1", LinkReader::refs);
    }

    /** Device and port may each hold a range, not both. */
    private static List<PortRef> refs(String text) {
        return NameRange.expand(text).stream().map(PortRef::parse).toList();
    }

    private void join(
            YamlNode node,
            YamlNode aNode,
            Optional<List<PortRef>> a,
            YamlNode bNode,
            Optional<List<PortRef>> b,
            List<Link> into) {
        if (a.isEmpty() || b.isEmpty()) {
            return;
        }
        int count = a.get().size();
        if (b.get().size() != count) {
            node.wrong(count + " ports on one side, " + b.get().size() + " on the other", "as many on both");
            return;
        }
        for (int i = 0; i < count && !node.problems().isFull(); i++) {
            PortRef from = a.get().get(i);
            PortRef to = b.get().get(i);
            boolean fromExists = scope.check(aNode, from);
            boolean toExists = scope.check(bNode, to);
            if (!fromExists || !toExists) {
                continue;
            }
            if (from.equals(to)) {
                node.wrong("a cable from " + from + " to itself", "two ports");
                continue;
            }
            Link link = new Link(from, to);
            if (scope.plug(node, link)) {
                into.add(link);
            }
        }
    }
}
