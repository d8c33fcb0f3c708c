package io.heddle.test.southbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.heddle.lab.linux.Command;
import io.heddle.lab.run.LabDirectory;
import io.heddle.lab.run.Prerequisites;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** {@code heddle demo} as a process of its own. */
class DemoIT {

    @Test
    void theDemoShowsThatNothingBreaksAndLeavesNothing() throws Exception {
        Optional<String> missing = Prerequisites.missing();
        assumeTrue(missing.isEmpty(), missing.orElse(""));
        assumeTrue(!LabDirectory.all().contains("demo"), "somebody's demo is running on this machine");

        Command.Output demo = Command.of(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "io.heddle.scenarios.cli.Main",
                        "demo")
                .run();

        assertThat(demo.out())
                .contains("12 of 12 pairs of pods answer each other")
                .contains("spine-1 dies")
                .contains("no route has changed")
                .contains("the fabric, its routers and namespaces are gone again")
                .doesNotContain("WRONG");
        assertThat(demo.code()).isZero();
        assertThat(Command.of("ip", "netns", "list").output()).doesNotContain("hd-demo");
        assertThat(LabDirectory.all()).doesNotContain("demo");
    }
}
