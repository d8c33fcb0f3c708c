package io.heddle.test.cni;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.heddle.test.cni.Commands.Ended;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code heddle-cni} on its own: installation, and what it answers without an agent. */
class InstallIT {

    private static final String BINARY = CniBed.BINARY.toString();

    @TempDir
    private Path directory;

    @BeforeEach
    void needsTheBinary() {
        CniBed.assumeBinary();
    }

    @Test
    void filesAreReplacedInOneStep() throws IOException {
        Path bin = Files.createDirectories(directory.resolve("bin"));
        Path conf = Files.createDirectories(directory.resolve("net.d"));
        Path conflist = Files.writeString(directory.resolve("10-heddle.conflist"), "{\"new\": true}");
        Path old = Files.writeString(bin.resolve("heddle-cni"), "old");
        Object oldFile = Files.getAttribute(old, "unix:ino");

        Ended ended = Commands.run(
                BINARY,
                "install",
                "--bin-dir",
                bin.toString(),
                "--conflist",
                conflist.toString(),
                "--conf-dir",
                conf.toString());

        assertThat(ended.orThrow().output())
                .isEqualTo(bin.resolve("heddle-cni") + "\n" + conf.resolve("10-heddle.conflist") + "\n");
        assertThat(old).hasSameBinaryContentAs(CniBed.BINARY);
        assertThat(Files.getAttribute(old, "unix:ino"))
                .as("a new file in its place")
                .isNotEqualTo(oldFile);
        assertThat(conf.resolve("10-heddle.conflist")).hasContent("{\"new\": true}");
        assertThat(Commands.run("stat", "-c", "%a", old.toString()).output()).isEqualTo("755\n");
        try (var files = Files.list(bin)) {
            assertThat(files).hasSize(1);
        }
    }

    @Test
    void theBinaryIsSmallAndNeedsNoLibrary() throws IOException {
        assumeTrue(
                Commands.has("musl-gcc"), "musl-tools is not installed: the binary has the system's C library in it");
        assertThat(Files.size(CniBed.BINARY)).isLessThan(100 * 1024);
        assertThat(Commands.run("ldd", BINARY).printed()).contains("not a dynamic executable");
    }

    @Test
    void aWrongWordAnswersTheUsage() {
        Ended ended = Commands.run(BINARY, "install", "--bin-dir");

        assertThat(ended.exitCode()).isEqualTo(2);
        assertThat(ended.printed()).contains("usage: heddle-cni install");
    }

    @Test
    void aDirectoryThatIsNotThereIsNamed() {
        Ended ended = Commands.run(
                BINARY, "install", "--bin-dir", directory.resolve("no").toString());

        assertThat(ended.exitCode()).isEqualTo(1);
        assertThat(ended.printed()).contains("/no/.heddle-cni", "No such file or directory");
    }

    @Test
    void withoutAgentStatusIsNotAvailableAndTheRestIsToTryAgain() {
        String socket = directory.resolve("none").toString();

        assertThat(run("STATUS", socket)).contains("\"cniVersion\":\"1.1.0\",\"code\":50,");
        assertThat(run("DEL", socket)).contains("\"cniVersion\":\"1.1.0\",\"code\":11,", "try again later");
        assertThat(run("ADD", "/" + "x".repeat(200))).contains("\"code\":4,", "HEDDLE_CNI_SOCKET");
    }

    private static String run(String command, String socket) {
        Ended ended = Commands.run(
                Map.of("CNI_COMMAND", command, "HEDDLE_CNI_SOCKET", socket),
                "{ \"cniVersion\" : \"1.1.0\", \"name\": \"pods\" }",
                BINARY);
        assertThat(ended.exitCode()).isEqualTo(1);
        return ended.output();
    }
}
