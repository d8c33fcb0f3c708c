package io.heddle.topology.file;

import io.heddle.topology.yaml.Problems;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The positions of the columns; -1 where a column is absent. */
record PodColumns(int count, int name, int node, int ipv4, int ipv6, int mac) {

    /** Empty, with problems, if the line names no usable columns. */
    static Optional<PodColumns> of(CsvRow header, Problems problems) {
        long before = problems.count();
        Map<String, Integer> columns = new HashMap<>();
        for (int i = 0; i < header.size() && !problems.isFull(); i++) {
            String column = header.field(i);
            if (!PodFile.COLUMNS.all().contains(column)) {
                problems.add(header.place(i), "", "unknown column '" + column + "'", "one of " + PodFile.COLUMNS);
            } else if (columns.putIfAbsent(column, i) != null) {
                problems.add(header.place(i), "", "column '" + column + "' again", "each column once");
            }
        }
        if (!columns.containsKey("node")) {
            problems.add(header.place(0), "", "no column 'node'", "column names in the first line: " + PodFile.COLUMNS);
        } else if (!columns.containsKey("ipv4") && !columns.containsKey("ipv6")) {
            problems.add(header.place(0), "", "no column 'ipv4' or 'ipv6'", "at least one of them");
        }
        if (problems.count() > before) {
            return Optional.empty();
        }
        return Optional.of(new PodColumns(
                header.size(),
                columns.getOrDefault("name", -1),
                columns.getOrDefault("node", -1),
                columns.getOrDefault("ipv4", -1),
                columns.getOrDefault("ipv6", -1),
                columns.getOrDefault("mac", -1)));
    }
}
