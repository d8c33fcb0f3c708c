package io.heddle.topology.design;

import io.heddle.topology.yaml.Problems;
import io.heddle.topology.yaml.YamlDocument;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** The designs that come along: resources {@code designs/NAME.yaml}, listed in {@code designs/index.txt}. Each is read when asked for. */
public final class Designs {

    private Designs() {}

    /** In the order of the documentation. */
    public static List<String> names() {
        return new String(bytes("index.txt"), StandardCharsets.UTF_8).lines().toList();
    }

    public static Optional<Design> find(String name) {
        return names().contains(name) ? Optional.of(read(name)) : Optional.empty();
    }

    /** One that must be there. */
    public static Design of(String name) {
        return find(name)
                .orElseThrow(
                        () -> new IllegalArgumentException("no design '" + name + "'; expected one of " + names()));
    }

    /** Reads designs that may be based on these. */
    public static DesignReader reader() {
        return new DesignReader(Designs::find, names());
    }

    private static Design read(String name) {
        String file = name + ".yaml";
        Problems problems = new Problems();
        return reader().readFile(YamlDocument.read("designs/" + file, bytes(file), List.of(), problems))
                .orElseThrow(() -> new IllegalStateException("a design that comes along is wrong:\n" + problems));
    }

    private static byte[] bytes(String file) {
        try (InputStream in = Designs.class.getResourceAsStream("/designs/" + file)) {
            if (in == null) {
                throw new IllegalStateException("resource designs/" + file + " is missing");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("resource designs/" + file, e);
        }
    }
}
