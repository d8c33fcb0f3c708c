package io.heddle.topology.yaml;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A value laid over a document from outside: {@code generate.racks=40}, {@code nodes[0].count=3}, {@code exits=[]}.
 *
 * @param steps keys, and positions in lists from 0
 * @param value YAML in one line
 * @param text as it was given
 */
public record Setting(List<Step> steps, String value, String text) {

    /** One step of the way. */
    public sealed interface Step {
        /** Into a mapping. */
        record Key(String name) implements Step {}

        /** Into a list. */
        record Index(int position) implements Step {}
    }

    private static final Pattern PART = Pattern.compile("([^\\[\\]]+)((?:\\[[0-9]{1,7}])*)");

    public Setting {
        steps = List.copyOf(steps);
    }

    /** Parses {@code path=value}; throws an {@link IllegalArgumentException} that says what is wrong. */
    public static Setting parse(String text) {
        int equals = text.indexOf('=');
        if (equals < 1) {
            throw new IllegalArgumentException("'" + text + "' sets nothing; expected a form like generate.racks=40");
        }
        return new Setting(steps(text.substring(0, equals), text), text.substring(equals + 1), text);
    }

    /** Parses the path alone; throws like {@link #parse}. */
    static List<Step> path(String text) {
        return steps(text, text);
    }

    private static List<Step> steps(String path, String text) {
        return Stream.of(path.split("\\.", -1))
                .flatMap(part -> part(part, text))
                .toList();
    }

    private static Stream<Step> part(String part, String text) {
        Matcher matcher = PART.matcher(part);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("'" + text
                    + "' has no valid path; expected keys and [positions] joined by dots, such as nodes[0].count=3");
        }
        Stream<Step> positions = Pattern.compile("[0-9]+")
                .matcher(matcher.group(2))
                .results()
                .map(found -> new Step.Index(Integer.parseInt(found.group())));
        return Stream.concat(Stream.of(new Step.Key(matcher.group(1))), positions);
    }

    /** The file name that problems of this value carry. */
    String source() {
        return "--set " + text;
    }

    @Override
    public String toString() {
        return text;
    }
}
