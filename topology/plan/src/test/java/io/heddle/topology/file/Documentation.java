package io.heddle.topology.file;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** The documents of the repository, seen from this module's folder. */
final class Documentation {

    private static final Path DOCS = Path.of("..", "..", "docs");
    private static final Pattern YAML = Pattern.compile("```yaml\n(.*?)```", Pattern.DOTALL);

    private Documentation() {}

    static String text(String name) {
        try {
            return Files.readString(DOCS.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The YAML blocks of {@code scenario-format.md} that begin with {@code firstLine}. */
    static List<String> examples(String firstLine) {
        return YAML.matcher(text("scenario-format.md"))
                .results()
                .map(found -> found.group(1))
                .filter(text -> text.startsWith(firstLine + "\n"))
                .toList();
    }
}
