package io.heddle.test.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A program run to its end, with what it printed on both outputs. */
record Tool(int exitCode, String output) {

    private static final long SECONDS = 120;

    static boolean exists(String program) {
        return Files.isExecutable(Path.of(program));
    }

    static Tool run(Path folder, List<String> command) throws IOException, InterruptedException {
        Path output = Files.createTempFile(folder, "output", ".txt");
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        try {
            assertThat(process.waitFor(SECONDS, TimeUnit.SECONDS))
                    .as("%s ends", command)
                    .isTrue();
            return new Tool(process.exitValue(), Files.readString(output));
        } finally {
            process.destroyForcibly();
        }
    }
}
