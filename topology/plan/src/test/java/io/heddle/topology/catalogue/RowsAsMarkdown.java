package io.heddle.topology.catalogue;

import io.heddle.model.device.DeviceProfile;
import io.heddle.model.device.Evidence;
import io.heddle.model.device.Limit;
import io.heddle.model.device.Placement;
import io.heddle.model.device.Resource;
import io.heddle.model.device.Table;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The rows of the catalogue and their sources as the second half of docs/device-catalogue.md. */
final class RowsAsMarkdown {

    private final Map<String, Integer> sources = new LinkedHashMap<>();

    private RowsAsMarkdown() {}

    static String of(DeviceCatalogue catalogue) {
        return new RowsAsMarkdown().write(catalogue.all());
    }

    private String write(List<DeviceProfile> rows) {
        StringBuilder text =
                new StringBuilder("| row | ports | limits [source] | when full |\n| --- | --- | --- | --- |\n");
        for (DeviceProfile row : rows) {
            text.append("| `")
                    .append(row.ref())
                    .append("` | ")
                    .append(ports(row))
                    .append(" | ");
            text.append(row.tables().stream().map(this::table).collect(Collectors.joining("; ")));
            text.append(row.tables().isEmpty() ? "none known" : "")
                    .append("; placement: ")
                    .append(placement(row))
                    .append(" | ")
                    .append(overflow(row))
                    .append(" |\n");
        }
        text.append("\nSources:\n\n");
        sources.forEach((source, number) ->
                text.append(number).append(". ").append(source).append('\n'));
        return text.toString();
    }

    private String ports(DeviceProfile row) {
        return row.ports().isKnown()
                ? row.ports().groups().stream()
                                .map(each -> each.count() + " × " + each.cage() + " " + each.speeds())
                                .collect(Collectors.joining(", "))
                        + mark(row.ports().evidence())
                : "unknown";
    }

    private String table(Table table) {
        String limits = table.members().stream()
                .map(each -> number(each.alone()) + " " + each.resource())
                .collect(Collectors.joining(" or "));
        return limits + mark(table.members().getFirst().evidence());
    }

    private static String number(Limit limit) {
        return limit instanceof Limit.Entries entries
                ? String.format(Locale.ROOT, "%,d", entries.count())
                : limit.toString();
    }

    private String placement(DeviceProfile row) {
        return row.placements().stream().map(Placement::name).collect(Collectors.joining(" or "))
                + mark(row.placements().getFirst().evidence());
    }

    private String overflow(DeviceProfile row) {
        List<String> said = new ArrayList<>();
        said.add(row.otherOverflow().action() + mark(row.otherOverflow().evidence()));
        for (Resource each : Resource.values()) {
            if (row.overflow().containsKey(each)) {
                said.add(each + " " + row.overflow(each).action()
                        + mark(row.overflow(each).evidence()));
            }
        }
        return String.join("; ", said);
    }

    private String mark(Evidence evidence) {
        return " [" + sources.computeIfAbsent(evidence.confidence() + ": " + evidence.source(), _ -> sources.size() + 1)
                + "]";
    }
}
