package io.heddle.scenarios.expect;

import io.heddle.scenarios.wording.Words;
import io.heddle.topology.yaml.Keys;
import io.heddle.topology.yaml.KindList;
import io.heddle.topology.yaml.YamlNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Reads an {@code expect} section: a list of mappings with one key each, which names the kind. */
public final class ExpectationReader {

    /** The kinds, in the order of the documentation. */
    public static final Keys KINDS = Keys.of(
            "table",
            "binding",
            "entries",
            "routes",
            "route",
            "reach",
            "resilience",
            "translated",
            "finding",
            "counts",
            "capacity");

    private static final long MOST = Integer.MAX_VALUE;

    private ExpectationReader() {}

    /** What could be read. */
    public static List<Expectation> read(YamlNode section) {
        List<Expectation> expectations = new ArrayList<>();
        KindList.read(section, KINDS, "expectation", (kind, given) -> read(kind, given, expectations));
        return expectations;
    }

    private static void read(String kind, YamlNode node, List<Expectation> into) {
        if (!node.isMapping()) {
            node.wrong(node.describe(), "a mapping");
            return;
        }
        switch (kind) {
            case "table" -> TableExpectations.use(node).ifPresent(into::add);
            case "binding" -> TableExpectations.binding(node).ifPresent(into::add);
            case "entries" -> TableExpectations.entries(node).ifPresent(into::add);
            case "routes" -> RouteExpectations.routes(node).ifPresent(into::add);
            case "route" -> RouteExpectations.route(node).ifPresent(into::add);
            case "reach" -> RouteExpectations.reach(node).ifPresent(into::add);
            case "resilience" -> FabricExpectations.resilience(node).ifPresent(into::add);
            case "translated" -> FabricExpectations.translated(node).ifPresent(into::add);
            case "finding" -> FabricExpectations.finding(node).ifPresent(into::add);
            case "counts" -> into.addAll(FabricExpectations.counts(node));
            case "capacity" -> FabricExpectations.capacity(node).ifPresent(into::add);
            default -> throw new IllegalStateException(kind);
        }
    }

    /** A count of entries. */
    static Optional<Long> count(YamlNode node) {
        var value = node.integer(0, (int) MOST);
        return value.isPresent() ? Optional.of((long) value.getAsInt()) : Optional.empty();
    }

    /** An enum by the words its {@code toString} gives. */
    static <E extends Enum<E>> Optional<E> word(YamlNode node, Class<E> type) {
        return node.oneOf(type.getEnumConstants());
    }

    /** An enum without words of its own: {@code HOST_ROUTE_V4} is written {@code host-route-v4}. */
    static <E extends Enum<E>> Optional<E> name(YamlNode node, Class<E> type) {
        E[] values = type.getEnumConstants();
        String[] words = Arrays.stream(values).map(Words::of).toArray(String[]::new);
        return node.oneOf(words).map(word -> values[Arrays.asList(words).indexOf(word)]);
    }
}
