package io.heddle.test.render;

import static org.assertj.core.api.Assertions.assertThat;

import io.heddle.render.target.Target;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Reference outputs, which change on purpose only: {@code -Dheddle.reference=write} writes them anew, and the difference is then looked
 * at like any other change of sources.
 */
class ReferenceOutputTest {

    private static final Path REFERENCES = Path.of("src/test/resources/io/heddle/test/render/reference");

    @ParameterizedTest
    @CsvSource({
        "overlay, leaf-1-1, FRR",
        "overlay, leaf-1-2, CUMULUS",
        "overlay, leaf-1-1, SONIC",
        "overlay, spine-1, CUMULUS",
        "overlay, gpu-1-1, NETPLAN",
        "routed, leaf-1-1, FRR",
        "routed, spine-1, FRR",
        "routed, node-1-1, FRR",
        "routed, node-1-1, BIRD",
        "routed, node-1-1, NETPLAN",
        "routed, node-1-1, AGENT"
    })
    void renderedAsBefore(String scenario, String device, Target target) throws IOException {
        SortedMap<String, String> files = Rendered.files(Rendered.plan(scenario + ".yaml"), target);
        int seen = 0;
        for (var each : files.entrySet()) {
            if (each.getKey().startsWith(device + "/")) {
                seen++;
                Path file =
                        REFERENCES.resolve(scenario).resolve(target.toString()).resolve(each.getKey());
                if ("write".equals(System.getProperty("heddle.reference"))) {
                    Files.createDirectories(file.getParent());
                    Files.writeString(file, each.getValue());
                }
                assertThat(each.getValue()).as("%s", file).isEqualTo(Files.readString(file));
            }
        }
        assertThat(seen).isPositive();
    }

    @Test
    void equalPlansRenderEqually() {
        for (Target target : Target.values()) {
            assertThat(Rendered.files(Rendered.plan("overlay.yaml"), target))
                    .isEqualTo(Rendered.files(Rendered.plan("overlay.yaml"), target));
        }
    }
}
