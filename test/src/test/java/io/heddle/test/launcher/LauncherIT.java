package io.heddle.test.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Needs a launcher that is built, as {@code ./check} sees to: it must never build under the feet of a running Maven. */
class LauncherIT {

    private static final Path HOME = Path.of(System.getProperty("heddle.home", ".."));

    @TempDir
    Path elsewhere;

    @BeforeEach
    void theLauncherIsBuilt() {
        assumeTrue(
                Files.exists(HOME.resolve("scenarios/cli/target/dist/stamp")),
                "run ./heddle once to build the launcher");
    }

    @Test
    void aBuiltLauncherStartsNoMaven() throws IOException, InterruptedException {
        Path fake = elsewhere.resolve("mvn");
        Files.writeString(fake, "#!/bin/sh\necho Maven was started >&2\nexit 1\n");
        assertThat(fake.toFile().setExecutable(true)).isTrue();
        String path = elsewhere + ":" + System.getenv("PATH");

        Launch launch = Launch.run(HOME, Map.of("PATH", path), List.of("./heddle", "--help"));

        assertThat(launch.err()).doesNotContain("Maven was started");
    }

    @Test
    void versionIsTheSameFromAnyDirectoryAndThroughLinks() throws IOException, InterruptedException {
        Path link = Files.createSymbolicLink(
                elsewhere.resolve("a link"), HOME.toAbsolutePath().resolve("heddle"));
        Path linkToLink = Files.createSymbolicLink(elsewhere.resolve("heddle"), Path.of("a link"));

        Launch direct = Launch.run(HOME, Map.of(), List.of("./heddle", "version"));
        Launch linked = Launch.run(elsewhere, Map.of(), List.of(linkToLink.toString(), "version"));

        assertThat(link).isSymbolicLink();
        assertThat(direct.exitCode()).isZero();
        assertThat(direct.err()).isEmpty();
        assertThat(direct.out()).startsWith("heddle ").contains("commit ");
        assertThat(linked).isEqualTo(direct);
    }

    @Test
    void javaOptionsReachTheJvmAndWin() throws IOException, InterruptedException {
        Launch launch = Launch.run(
                HOME, Map.of("HEDDLE_JAVA_OPTS", "-Xmx64m -XX:+PrintFlagsFinal"), List.of("./heddle", "version"));

        assertThat(launch.out() + launch.err()).containsPattern("MaxHeapSize\\s+= 67108864");
    }

    @Test
    void aCacheThatDoesNotFitIsNoReasonToFailOrToTalk() throws IOException, InterruptedException {
        Launch launch = Launch.run(HOME, Map.of("HEDDLE_JAVA_OPTS", "-XX:+UseG1GC"), List.of("./heddle", "version"));

        assertThat(launch.exitCode()).isZero();
        assertThat(launch.err()).isEmpty();
        assertThat(launch.out()).startsWith("heddle ");
    }

    @Test
    void manyAtOnceAllAnswer() {
        List<Launch> launches = IntStream.range(0, 6)
                .parallel()
                .mapToObj(i -> {
                    try {
                        return Launch.run(HOME, Map.of(), List.of("./heddle", "version"));
                    } catch (IOException | InterruptedException e) {
                        throw new IllegalStateException(e);
                    }
                })
                .toList();

        assertThat(launches).allMatch(launch -> launch.exitCode() == 0).allMatch(launch -> launch.err()
                .isEmpty());
    }
}
