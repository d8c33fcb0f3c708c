package io.heddle.test.lab;

import static org.assertj.core.api.Assertions.assertThat;

import io.heddle.lab.clock.Deadline;
import io.heddle.lab.linux.Command;
import io.heddle.lab.linux.Journal;
import io.heddle.lab.linux.LabException;
import io.heddle.lab.linux.ProcessRef;
import io.heddle.lab.run.Lab;
import io.heddle.lab.run.LabDirectory;
import io.heddle.lab.run.LabPlan;
import io.heddle.lab.run.Removal;
import io.heddle.topology.plan.Plan;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Whatever end a lab's builder came to, taking the lab down leaves nothing behind. */
class TakenDownIT {

    private final LabDirectory directory =
            LabDirectory.of("down" + ProcessHandle.current().pid());

    @BeforeAll
    static void labsCanBeBuilt() {
        LabBench.assumeThatLabsCanBeBuilt();
    }

    private LabPlan plan() {
        Plan plan = LabScenarios.plan("single-leafs", "evpn-symmetric");
        return LabPlan.of(directory.lab(), plan.fabric(), plan.config(), plan.endpoints());
    }

    @Test
    void nothingIsLeftOfALab() throws LabException {
        Lab.up(plan(), directory, List.of());
        List<ProcessRef> started = started();
        assertThat(started).hasSize(8).allMatch(ProcessRef::lives);

        Removal.remove(directory);

        assertThat(started).noneMatch(ProcessRef::lives);
        assertNothingLeft();
    }

    /** As if the builder had been killed after its first namespaces, and once more before it wrote down a daemon. */
    @Test
    void aLabThatWasNeverFinishedIsFoundByItsJournal() throws LabException, IOException {
        Files.createDirectories(directory.path().resolve("leaf-1-1"));
        Journal journal = Journal.create(directory.path().resolve("journal"));
        String space = "hd-" + directory.lab() + "-leaf-1-1";
        journal.add("space", List.of(space, "hd-" + directory.lab() + "-never-made"));
        Command.of("ip", "netns", "add", space).output();
        Path pidFile = directory.path().resolve("leaf-1-1/zebra.pid");
        // Waits for a line that never comes.
        Process daemon = new ProcessBuilder("sh", "-c", "read line", pidFile.toString()).start();
        Files.writeString(pidFile, daemon.pid() + "\n");

        Removal.remove(directory);

        assertThat(daemon.onExit().join().isAlive()).isFalse();
        assertNothingLeft();
    }

    /** {@code heddle lab up} is killed as soon as the first daemon runs, others being started. */
    @Test
    void nothingIsLeftOfALabWhoseBuilderWasKilled() throws LabException, IOException, URISyntaxException {
        Path scenario = Path.of(Objects.requireNonNull(getClass().getResource("single-leafs.yaml"))
                .toURI());
        Path said = Files.createTempFile("heddle-lab", ".txt");
        Process builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "io.heddle.scenarios.cli.Main",
                        "lab",
                        "up",
                        scenario.toString(),
                        "--set",
                        "design=evpn-symmetric",
                        "--lab",
                        directory.lab())
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        try {
            Deadline deadline = Deadline.in(LabBench.PATIENCE);
            while (started().isEmpty()) {
                assertThat(builder.isAlive() && !deadline.isPast())
                        .as("no daemon yet; it said: " + Files.readString(said))
                        .isTrue();
                deadline.pause();
            }
        } finally {
            builder.destroyForcibly();
        }
        assertThat(builder.onExit().join().exitValue()).as("by SIGKILL").isEqualTo(128 + 9);
        List<ProcessRef> started = started();
        assertThat(started).anyMatch(ProcessRef::lives);

        Removal.remove(directory);

        assertThat(started).noneMatch(ProcessRef::lives);
        assertNothingLeft();
        Files.delete(said);
    }

    private List<ProcessRef> started() throws LabException {
        Path journal = directory.path().resolve("journal");
        return Files.exists(journal)
                ? Journal.open(journal).values("process").stream()
                        .map(ProcessRef::parse)
                        .toList()
                : List.of();
    }

    private void assertNothingLeft() throws LabException {
        assertThat(Command.of("ip", "netns", "list").output()).doesNotContain("hd-" + directory.lab());
        assertThat(directory.path()).doesNotExist();
        assertThat(ProcessHandle.allProcesses()
                        .flatMap(each -> each.info().commandLine().stream())
                        .filter(each -> each.startsWith("/usr/lib/frr/")))
                .noneMatch(each -> each.contains(directory.path() + "/"));
    }
}
