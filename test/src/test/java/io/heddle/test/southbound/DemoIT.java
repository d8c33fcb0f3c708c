package io.heddle.test.southbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.heddle.lab.linux.Command;
import io.heddle.lab.managed.Programs;
import io.heddle.lab.run.LabDirectory;
import io.heddle.lab.run.Prerequisites;
import java.io.BufferedReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** {@code heddle demo} as a process of its own. */
class DemoIT {

    @Test
    void theDemoShowsThatNothingBreaksAndLeavesNothing() throws Exception {
        assumePossible();
        Command.Output demo = Command.of(words().toArray(String[]::new)).run();

        assertThat(demo.out() + demo.err())
                .contains("both controllers speak BGP with all 6 switches")
                .contains("leaf-1-1 and leaf-1-2 were told")
                .contains("spine-1 dies")
                .contains("which writes, is killed")
                .contains("no route has changed")
                .contains("56 of 56 pairs of pods answer each other")
                .contains("are gone again")
                .doesNotContain("WRONG");
        assertThat(demo.code()).isZero();
        nothingIsLeft();
    }

    @Test
    void interruptedItTakesEverythingAway() throws Exception {
        assumePossible();
        Process demo = new ProcessBuilder(words()).redirectErrorStream(true).start();
        try (BufferedReader lines = demo.inputReader(StandardCharsets.UTF_8)) {
            String line = lines.readLine();
            while (line != null && !line.contains("two controllers")) {
                line = lines.readLine();
            }
            assertThat(line).as("the demo's controllers start").isNotNull();
            Command.of("kill", "-INT", Long.toString(demo.pid())).output();
            assertThat(lines.lines().toList()).anyMatch(each -> each.contains("are gone again"));
        } finally {
            assertThat(demo.waitFor(2, TimeUnit.MINUTES)).isTrue();
        }
        nothingIsLeft();
    }

    private static void assumePossible() throws Exception {
        Optional<String> missing = Prerequisites.missing();
        assumeTrue(missing.isEmpty(), missing.orElse(""));
        assumeTrue(Programs.here().isPresent(), "heddle-cni is not built: no C compiler when cni-bridge was built");
        assumeTrue(Files.isExecutable(Programs.ETCD), "no " + Programs.ETCD + " (Debian's etcd-server)");
        assumeTrue(!LabDirectory.all().contains("demo"), "somebody's demo is running on this machine");
    }

    private static List<String> words() {
        return List.of(
                ProcessHandle.current().info().command().orElseThrow(),
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                "io.heddle.scenarios.cli.Main",
                "demo");
    }

    private static void nothingIsLeft() throws Exception {
        assertThat(Command.of("ip", "netns", "list").output()).doesNotContain("hd-demo");
        assertThat(LabDirectory.all()).doesNotContain("demo");
    }
}
