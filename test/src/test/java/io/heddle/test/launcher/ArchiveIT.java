package io.heddle.test.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is installed: made of a build that is there, the same bytes each time, and it runs where it is unpacked. */
class ArchiveIT {

    private static final Path HOME =
            Path.of(System.getProperty("heddle.home", "..")).toAbsolutePath().normalize();

    @TempDir
    Path directory;

    @Test
    void theSameBuildGivesTheSameBytesAndTheyRunWhereTheyAreUnpacked() throws IOException, InterruptedException {
        Path archive = assemble("out");
        assertThat(assemble("again")).hasSameBinaryContentAs(archive);
        succeed("tar", "-C", directory.toString(), "-xf", archive.toString());
        Path home = directory.resolve(archive.getFileName().toString().replace(".tar.gz", ""));
        Path link = Files.createSymbolicLink(directory.resolve("heddle"), home.resolve("bin/heddle"));

        Launch launch = succeed(link.toString(), "simulate", "dell-kubeflow-rack");

        assertThat(launch.err()).isEmpty();
        assertThat(launch.out()).contains("dell-kubeflow-rack");
        assertThat(home.resolve("agent/bin/heddle-agent")).isExecutable();
        assertThat(home.resolve("agent/share/heddle-agent.service")).exists();
        assertThat(home.resolve("docs/cni.md")).exists();
    }

    private Path assemble(String out) throws IOException, InterruptedException {
        Launch launch = succeed(
                HOME.resolve("scenarios/cli/src/main/dist/assemble.sh").toString(),
                directory.resolve(out).toString());
        return Path.of(launch.out().strip());
    }

    private Launch succeed(String... command) throws IOException, InterruptedException {
        Launch launch = Launch.run(directory, Map.of(), List.of(command));
        assertThat(launch.exitCode())
                .as("%s%n%s", List.of(command), launch.err())
                .isZero();
        return launch;
    }
}
