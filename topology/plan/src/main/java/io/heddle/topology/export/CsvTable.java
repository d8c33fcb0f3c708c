package io.heddle.topology.export;

import java.util.List;

/**
 * A table that can be saved.
 *
 * @param name without extension: {@code cabling}
 * @param header column names in kebab-case
 * @param rows each as long as the header
 */
public record CsvTable(String name, List<String> header, List<List<String>> rows) {

    public CsvTable {
        header = List.copyOf(header);
        rows = List.copyOf(rows);
        for (List<String> row : rows) {
            if (row.size() != header.size()) {
                throw new IllegalArgumentException("table " + name + " has " + header.size() + " columns, but a row of "
                        + row.size() + ": " + row);
            }
        }
    }

    /** The table as RFC 4180 has it. */
    public String text() {
        StringBuilder text = new StringBuilder();
        append(text, header);
        rows.forEach(row -> append(text, row));
        return text.toString();
    }

    private static void append(StringBuilder text, List<String> row) {
        String separator = "";
        for (String field : row) {
            text.append(separator).append(quoted(field));
            separator = ",";
        }
        text.append("\r\n");
    }

    /** RFC 4180 section 2, rules 5 to 7. */
    private static String quoted(String field) {
        boolean plain = field.chars().noneMatch(c -> c == ',' || c == '"' || c == '\r' || c == '\n');
        return plain ? field : '"' + field.replace("\"", "\"\"") + '"';
    }
}
