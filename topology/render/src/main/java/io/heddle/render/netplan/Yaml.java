package io.heddle.render.netplan;

import java.util.List;

/** Block-style YAML, written line by line. Values are given as they are to stand there. Single-threaded. */
final class Yaml {

    private final StringBuilder text = new StringBuilder();
    private int depth;

    Yaml comment(Object what) {
        text.append("# ").append(what).append('\n');
        return this;
    }

    /** A key with what {@code body} writes below it. */
    Yaml map(String key, Runnable body) {
        line(key + ":");
        depth++;
        body.run();
        depth--;
        return this;
    }

    Yaml entry(String key, Object value) {
        line(key + ": " + value);
        return this;
    }

    /** A list, a line each; nothing if there is none. */
    Yaml list(String key, List<?> values) {
        if (!values.isEmpty()) {
            line(key + ":");
            values.forEach(each -> line("- " + quoted(each.toString())));
        }
        return this;
    }

    void line(String line) {
        text.repeat("  ", depth).append(line).append('\n');
    }

    /** Colons and stars mean something to YAML. */
    static String quoted(String value) {
        return value.indexOf(':') >= 0 ? '"' + value + '"' : value;
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
