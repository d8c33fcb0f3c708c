package io.heddle.topology.catalogue;

import io.heddle.model.device.Evidence;
import io.heddle.model.device.Limit;
import io.heddle.model.device.Resource;
import io.heddle.model.device.Table;
import io.heddle.topology.yaml.Keys;
import io.heddle.topology.yaml.YamlEntry;
import io.heddle.topology.yaml.YamlMapping;
import io.heddle.topology.yaml.YamlNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads {@code figures}: sourced lists of tables that stand alone and tables that resources share. */
final class FiguresReader {

    static final Keys KEYS = Keys.of("source", "confidence", "separate", "shared");

    private FiguresReader() {}

    static List<Table> read(YamlNode figures, EvidenceReader around) {
        List<Table> tables = new ArrayList<>();
        for (YamlNode each : figures.list()) {
            YamlMapping mapping = each.mapping(KEYS);
            Evidence evidence = around.of(mapping);
            for (Table.Member member : members(mapping.at("separate"), evidence)) {
                tables.add(new Table(member.resource().toString(), List.of(member)));
            }
            for (YamlEntry shared : mapping.at("shared").entries()) {
                table(shared, evidence).ifPresent(tables::add);
            }
        }
        return tables;
    }

    private static Optional<Table> table(YamlEntry shared, Evidence evidence) {
        List<Table.Member> members = members(shared.value(), evidence);
        if (shared.value().isMapping() && shared.value().entries().size() < 2) {
            shared.value().wrong(shared.value().describe(), "two or more resources that share a table");
        }
        if (members.size() < 2) {
            return Optional.empty();
        }
        return shared.key().parse("the name of a table", name -> new Table(name, members));
    }

    private static List<Table.Member> members(YamlNode limits, Evidence evidence) {
        List<Table.Member> members = new ArrayList<>();
        for (YamlEntry each : limits.entries()) {
            Optional<Resource> resource = each.key().oneOf(Resource.values());
            Optional<Limit> limit = each.value().parse(Limits.EXPECTED, Limits::parse);
            if (resource.isPresent() && limit.isPresent()) {
                members.add(new Table.Member(resource.get(), limit.get(), evidence));
            }
        }
        return members;
    }
}
