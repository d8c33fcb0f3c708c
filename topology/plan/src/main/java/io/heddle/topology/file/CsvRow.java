package io.heddle.topology.file;

import io.heddle.topology.yaml.Place;
import java.util.Arrays;

/** One line of a CSV file, cut at its commas (RFC 4180; a quoted field holds no line break). */
final class CsvRow {

    private final String file;
    private final int line;
    private final String text;
    /** Where each field starts, and one past the end of the last, as if a comma stood there. */
    private final int[] starts;

    CsvRow(String file, int line, String text) {
        this.file = file;
        this.line = line;
        this.text = text;
        int[] found = new int[8];
        int count = 1;
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"') {
                quoted = !quoted;
            } else if (c == ',' && !quoted) {
                if (count + 1 == found.length) {
                    found = Arrays.copyOf(found, count * 2);
                }
                found[count++] = i + 1;
            }
        }
        found[count] = text.length() + 1;
        starts = Arrays.copyOf(found, count + 1);
    }

    int line() {
        return line;
    }

    int size() {
        return starts.length - 1;
    }

    /** A field without blanks around it and without its quotes; empty if the row is shorter. */
    String field(int index) {
        if (index < 0 || index >= size()) {
            return "";
        }
        int from = starts[index];
        int to = starts[index + 1] - 1;
        while (from < to && text.charAt(from) <= ' ') {
            from++;
        }
        while (to > from && text.charAt(to - 1) <= ' ') {
            to--;
        }
        if (to - from >= 2 && text.charAt(from) == '"' && text.charAt(to - 1) == '"') {
            return text.substring(from + 1, to - 1).replace("\"\"", "\"");
        }
        return text.substring(from, to);
    }

    Place place(int index) {
        return new Place(file, line, starts[Math.min(Math.max(index, 0), size() - 1)] + 1);
    }
}
