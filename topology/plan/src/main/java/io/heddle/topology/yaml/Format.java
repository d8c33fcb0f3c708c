package io.heddle.topology.yaml;

import java.util.Optional;

/**
 * A versioned file format, named in the first key of each file: {@code heddle: fabric/1}.
 *
 * @param version the newest that this program reads, from 1
 */
public record Format(String name, int version) {

    /** The key that names the format. */
    public static final String KEY = "heddle";

    /**
     * Looks at the name before anything else is read. False, with a problem, if this is another format, a newer version or no
     * document at all: then there is no use in reading on.
     */
    public boolean accepts(YamlNode root) {
        if (!root.isMapping()) {
            if (root.isPresent()) {
                root.wrong(root.describe(), "a mapping that begins with '" + KEY + ": " + this + "'");
            }
            return false;
        }
        YamlNode given = root.peek(KEY);
        if (!given.isPresent()) {
            root.wrong("no key '" + KEY + "'", "'" + KEY + ": " + this + "'");
            return false;
        }
        Optional<String> text = given.text(toString());
        if (text.isEmpty() || text.get().equals(toString())) {
            return text.isPresent();
        }
        if (text.get().startsWith(name + "/")
                && Numbers.parse(text.get().substring(name.length() + 1), version + 1, Integer.MAX_VALUE)
                        .isPresent()) {
            given.wrong(
                    given.describe(), toString(), "a newer Heddle wrote this; this one reads up to version " + version);
        } else {
            given.wrong(given.describe(), toString());
        }
        return false;
    }

    @Override
    public String toString() {
        return name + "/" + version;
    }
}
