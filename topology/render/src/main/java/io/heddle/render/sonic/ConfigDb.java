package io.heddle.render.sonic;

import java.util.Comparator;
import java.util.Iterator;
import java.util.Map;
import java.util.TreeMap;

/** Tables of keys of fields, all text, as SONiC keeps them; numbers in keys count as numbers. Single-threaded. */
final class ConfigDb {

    /** {@code Ethernet4} before {@code Ethernet12}. */
    static final Comparator<String> NATURAL = ConfigDb::compare;

    private final Map<String, Map<String, Map<String, String>>> tables = new TreeMap<>();

    /** Fields of a key, in pairs of name and value; none make the key alone. */
    ConfigDb put(String table, String key, String... fields) {
        Map<String, String> row = tables.computeIfAbsent(table, _ -> new TreeMap<>(NATURAL))
                .computeIfAbsent(key, _ -> new TreeMap<>(NATURAL));
        for (int i = 0; i < fields.length; i += 2) {
            row.put(fields[i], fields[i + 1]);
        }
        return this;
    }

    /** JSON with four spaces a level and sorted keys, as SONiC itself writes it. */
    String text() {
        StringBuilder text = new StringBuilder();
        write(tables, 0, text);
        return text.append('\n').toString();
    }

    private static void write(Map<?, ?> map, int depth, StringBuilder text) {
        if (map.isEmpty()) {
            text.append("{}");
            return;
        }
        text.append("{\n");
        for (Iterator<? extends Map.Entry<?, ?>> each = map.entrySet().iterator(); each.hasNext(); ) {
            Map.Entry<?, ?> entry = each.next();
            text.repeat(' ', 4 * (depth + 1));
            quote(String.valueOf(entry.getKey()), text);
            text.append(": ");
            if (entry.getValue() instanceof Map<?, ?> inner) {
                write(inner, depth + 1, text);
            } else {
                quote(String.valueOf(entry.getValue()), text);
            }
            text.append(each.hasNext() ? ",\n" : "\n");
        }
        text.repeat(' ', 4 * depth).append('}');
    }

    /** Names and addresses need no more than this (RFC 8259 section 7). */
    private static void quote(String value, StringBuilder text) {
        text.append('"')
                .append(value.replace("\\", "\\\\").replace("\"", "\\\""))
                .append('"');
    }

    private static int compare(String a, String b) {
        int i = 0;
        int j = 0;
        while (i < a.length() && j < b.length()) {
            int endA = digits(a, i);
            int endB = digits(b, j);
            if (endA > i && endB > j) {
                int byNumber = Long.compare(number(a, i, endA), number(b, j, endB));
                if (byNumber != 0) {
                    return byNumber;
                }
                i = endA;
                j = endB;
            } else {
                int byLetter = Character.compare(a.charAt(i++), b.charAt(j++));
                if (byLetter != 0) {
                    return byLetter;
                }
            }
        }
        int byRest = Integer.compare(a.length() - i, b.length() - j);
        return byRest != 0 ? byRest : a.compareTo(b);
    }

    private static int digits(String text, int from) {
        int end = from;
        while (end < text.length() && end - from < 18 && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
            end++;
        }
        return end;
    }

    private static long number(String text, int from, int to) {
        return Long.parseLong(text.substring(from, to));
    }
}
