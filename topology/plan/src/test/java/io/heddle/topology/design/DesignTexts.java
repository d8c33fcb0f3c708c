package io.heddle.topology.design;

import static org.assertj.core.api.Assertions.assertThat;

import io.heddle.topology.yaml.Problems;
import io.heddle.topology.yaml.YamlDocument;
import java.util.List;

/** Designs written in tests. */
public final class DesignTexts {

    private DesignTexts() {}

    /** A design without mistakes. */
    public static Design read(String text) {
        Problems problems = new Problems();
        var read = Designs.reader().read(YamlDocument.read("test.yaml", text, List.of(), problems));
        assertThat(problems.list()).isEmpty();
        return read.orElseThrow();
    }

    /** The mistakes of one. */
    static List<String> problems(String text) {
        Problems problems = new Problems();
        assertThat(Designs.reader().read(YamlDocument.read("test.yaml", text, List.of(), problems)))
                .isEmpty();
        return problems.list().stream().map(Object::toString).toList();
    }
}
