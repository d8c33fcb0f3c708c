package io.heddle.scenarios.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HtmlOptionTest {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private int run(String command, Path page) {
        return Main.run(
                List.of(command, "dell-kubeflow-rack", "--html", page.toString()),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
    }

    @Test
    void thePageIsWrittenBesideTheText(@TempDir Path directory) throws IOException {
        Path page = directory.resolve("rack.html");
        assertThat(run("simulate", page)).isEqualTo(Command.HOLDS);
        assertThat(Files.readString(page)).startsWith("<!DOCTYPE html>").contains("Pass: all ");
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("PASS");
    }

    @Test
    void topologyHasAPageToo(@TempDir Path directory) throws IOException {
        Path page = directory.resolve("cables.html");
        assertThat(run("topology", page)).isEqualTo(Command.HOLDS);
        assertThat(Files.readString(page)).startsWith("<!DOCTYPE html>").contains("What to buy");
    }

    @Test
    void aPageThatCannotBeWrittenIsTheUsersMistake(@TempDir Path directory) throws IOException {
        Path page = directory.resolve("rack.html");
        Files.createDirectory(page);
        assertThat(run("simulate", page)).isEqualTo(Command.BAD_INPUT);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains(page.toString());
    }
}
