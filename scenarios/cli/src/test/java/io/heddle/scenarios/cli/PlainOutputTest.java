package io.heddle.scenarios.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlainOutputTest {

    private static String run(String... words) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int code = Main.run(
                List.of(words),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
        assertThat(code).as(err.toString(StandardCharsets.UTF_8)).isEqualTo(Command.HOLDS);
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void versionNamesTheFormats() {
        assertThat(run("version")).contains("reads fabric/1, design/1, scenario/1; writes result/1");
    }

    @Test
    void switchesLoadedAlikeShareALineOfTheTopology() {
        assertThat(run("topology", "vtep-128")).contains(" x leaf: ").doesNotContain("TierLoad[");
    }
}
