package io.heddle.test.lab;

import static org.assertj.core.api.Assertions.assertThat;

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
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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
        List<ProcessRef> started = Journal.open(directory.path().resolve("journal")).values("process").stream()
                .map(ProcessRef::parse)
                .toList();
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

    private void assertNothingLeft() throws LabException {
        assertThat(Command.of("ip", "netns", "list").output()).doesNotContain("hd-" + directory.lab());
        assertThat(directory.path()).doesNotExist();
    }
}
