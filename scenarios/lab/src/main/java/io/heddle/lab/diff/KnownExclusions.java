package io.heddle.lab.diff;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The lines of {@code exclusions.txt}. */
public final class KnownExclusions {

    /** What is excluded, why, and which part of the world falls short. */
    public record Line(String field, String reason, String gap) {}

    private final Map<Peculiarity, Line> lines;

    private KnownExclusions(Map<Peculiarity, Line> lines) {
        this.lines = Collections.unmodifiableMap(lines);
    }

    /** Reads the resource; a malformed line or a missing one is an {@link IllegalStateException}. */
    public static KnownExclusions read() {
        Map<Peculiarity, Line> lines = new EnumMap<>(Peculiarity.class);
        for (String text : text().lines().toList()) {
            if (text.isBlank() || text.startsWith("#")) {
                continue;
            }
            List<String> parts = List.of(text.split(" \\| ", -1));
            if (parts.size() != 4) {
                throw new IllegalStateException("exclusions.txt: expected four parts, found " + text);
            }
            lines.put(named(parts.getFirst()), new Line(parts.get(1), parts.get(2), parts.get(3)));
        }
        for (Peculiarity each : Peculiarity.values()) {
            if (!lines.containsKey(each)) {
                throw new IllegalStateException("exclusions.txt has no line for " + each);
            }
        }
        return new KnownExclusions(lines);
    }

    private static Peculiarity named(String name) {
        for (Peculiarity each : Peculiarity.values()) {
            if (each.toString().equals(name)) {
                return each;
            }
        }
        throw new IllegalStateException("exclusions.txt: nothing knows " + name);
    }

    private static String text() {
        try (InputStream in = KnownExclusions.class.getResourceAsStream("exclusions.txt")) {
            if (in == null) {
                throw new IllegalStateException("exclusions.txt is missing from the jar of the lab");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Why, and whose gap it is. */
    public String reason(Peculiarity peculiarity) {
        Line line = line(peculiarity);
        return line.reason() + " (" + line.gap() + ")";
    }

    public Line line(Peculiarity peculiarity) {
        Line line = lines.get(peculiarity);
        if (line == null) {
            throw new IllegalStateException("no line for " + peculiarity);
        }
        return line;
    }
}
