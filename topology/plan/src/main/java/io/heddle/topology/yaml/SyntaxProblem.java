package io.heddle.topology.yaml;

import java.util.Optional;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;

/** What the parser says about text that is no YAML, in words of found and expected. */
final class SyntaxProblem {

    private SyntaxProblem() {}

    static Place placeOf(String file, Mark mark) {
        return new Place(file, mark.getLine() + 1, mark.getColumn() + 1);
    }

    static Problem of(String file, YAMLException thrown) {
        if (!(thrown instanceof MarkedYAMLException marked) || marked.getProblemMark() == null) {
            return new Problem(
                    Place.startOf(file),
                    "",
                    firstLine(String.valueOf(thrown.getMessage())),
                    "text that is YAML",
                    Optional.empty());
        }
        Wording words = Wording.of(firstLine(marked.getProblem()));
        Mark context = marked.getContextMark();
        if (context == null) {
            return new Problem(
                    placeOf(file, marked.getProblemMark()), "", words.found(), words.expected(), Optional.empty());
        }
        // The parser sees that a key has no colon only later: the key itself is the better place.
        Place place = placeOf(file, words.isSeenLate() ? context : marked.getProblemMark());
        Optional<String> hint = words.isSeenLate()
                ? Optional.empty()
                : Optional.of(opened(String.valueOf(marked.getContext())) + " begins in line " + (context.getLine() + 1)
                        + ", column " + (context.getColumn() + 1));
        return new Problem(place, "", words.found(), words.expected(), hint);
    }

    /** What was being read: often the true place of the mistake. */
    private static String opened(String context) {
        if (context.contains("sequence") || context.contains("block collection")) {
            return "the list";
        }
        if (context.contains("mapping")) {
            return "the mapping";
        }
        return context.contains("quoted") ? "the quoted text" : "the value";
    }

    private static String firstLine(String text) {
        int end = text.indexOf('\n');
        return end < 0 ? text : text.substring(0, end);
    }

    /** The parser's message taken apart. */
    private record Wording(String found, String expected, boolean isSeenLate) {

        static Wording of(String said) {
            if (said.contains("\\t")) {
                return of("a tab", "spaces");
            }
            if (said.startsWith("mapping values are not allowed here")) {
                return of(
                        "a second ': '",
                        "one 'key: value' a line, indented like the others; text that holds ': ' needs quotes");
            }
            if (said.startsWith("found unexpected end of stream")) {
                return of("the end of the file", "a closing quote");
            }
            if (said.startsWith("could not find expected ':'")) {
                return new Wording("a line without ': '", "'key: value'", true);
            }
            if (said.startsWith("found character")) {
                return of(said.substring("found ".length(), said.indexOf(" that")), "a value; put it in quotes");
            }
            if (said.startsWith("found unknown escape character")) {
                return of(
                        "an " + said.substring("found ".length()),
                        "an escape such as \\n or \\\\; or use single quotes");
            }
            int but = said.indexOf(", but ");
            if (said.startsWith("expected ") && but > 0) {
                String found = said.substring(said.lastIndexOf(' ') + 1);
                return of(token(found), wanted(said.substring("expected ".length(), but)));
            }
            return of(said.startsWith("found ") ? said.substring("found ".length()) : said, "text that is YAML");
        }

        private static Wording of(String found, String expected) {
            return new Wording(found, expected, false);
        }

        private static String wanted(String expected) {
            return switch (expected) {
                case "<block end>" -> "the end of the line, or a line indented like the others";
                case "the node content" -> "a value";
                case "'<document start>'" -> "the end of the file";
                default -> expected;
            };
        }

        private static String token(String given) {
            String token = given.replace("'", "");
            return switch (token) {
                case "end>" -> "the end of the file";
                case "?", "start>" -> "a key";
                case "<scalar>" -> "text";
                case "-" -> "a list item";
                default -> "'" + token + "'";
            };
        }
    }
}
