package io.heddle.scenarios.expect;

import io.heddle.model.audit.Verdict;
import io.heddle.model.device.Limit;
import io.heddle.model.device.Overflow;
import io.heddle.model.device.Resource;
import io.heddle.model.tables.EntryKind;
import io.heddle.topology.yaml.Keys;
import io.heddle.topology.yaml.YamlMapping;
import io.heddle.topology.yaml.YamlNode;
import java.util.Optional;
import java.util.OptionalLong;

/** Expectations about tables. */
final class TableExpectations {

    static final Keys TABLE =
            Keys.required("resource").optional("switch", "role", "at", "used", "limit", "verdict", "when-full");
    static final Keys BINDING = Keys.required("resource").optional("switch", "role");
    static final Keys ENTRIES = Keys.required("kind", "count").optional("switch", "role");

    private TableExpectations() {}

    static Optional<Expectation> use(YamlNode node) {
        YamlMapping given = node.mapping(TABLE);
        Optional<Where> where = SwitchChoice.read(given, true);
        Optional<Resource> resource = ExpectationReader.word(given.at("resource"), Resource.class);
        Moment moment = ExpectationReader.word(given.at("at"), Moment.class).orElse(Moment.AT_REST);
        OptionalLong used = ExpectationReader.count(given.at("used")).stream()
                .mapToLong(each -> each)
                .findFirst();
        Optional<Limit> limit = given.at("limit").parse("a number, unlimited or unknown", TableExpectations::limit);
        Optional<Verdict> verdict = ExpectationReader.word(given.at("verdict"), Verdict.class);
        Optional<Overflow.Action> whenFull = ExpectationReader.word(given.at("when-full"), Overflow.Action.class);
        if (!given.has("used") && !given.has("limit") && !given.has("verdict") && !given.has("when-full")) {
            node.wrong("a table of which nothing is expected", "used, limit, verdict or when-full");
        }
        return where.isPresent() && resource.isPresent()
                ? Optional.of(
                        new Expectation.TableUse(where.get(), resource.get(), moment, used, limit, verdict, whenFull))
                : Optional.empty();
    }

    private static Limit limit(String text) {
        return switch (text) {
            case "unlimited" -> Limit.UNLIMITED;
            case "unknown" -> Limit.UNKNOWN;
            default -> Limit.of(Long.parseLong(text));
        };
    }

    static Optional<Expectation> binding(YamlNode node) {
        YamlMapping given = node.mapping(BINDING);
        Optional<Where> where = SwitchChoice.read(given, true);
        return ExpectationReader.word(given.at("resource"), Resource.class)
                .flatMap(resource -> where.map(each -> new Expectation.BindingTable(each, resource)));
    }

    static Optional<Expectation> entries(YamlNode node) {
        YamlMapping given = node.mapping(ENTRIES);
        Optional<Where> where = SwitchChoice.read(given, false);
        Optional<EntryKind> kind = ExpectationReader.name(given.at("kind"), EntryKind.class);
        Optional<Long> count = ExpectationReader.count(given.at("count"));
        return where.isPresent() && kind.isPresent() && count.isPresent()
                ? Optional.of(new Expectation.Entries(where.get(), kind.get(), count.get()))
                : Optional.empty();
    }
}
