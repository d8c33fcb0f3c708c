package io.heddle.test.controller;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.heddle.controller.core.Change;
import io.heddle.controller.core.Controller;
import io.heddle.controller.core.Effect;
import io.heddle.controller.core.Event;
import io.heddle.controller.core.Judge;
import io.heddle.controller.core.State;
import io.heddle.controller.core.Step;
import io.heddle.controller.store.EmbeddedStore;
import io.heddle.controller.store.StoreException;
import io.heddle.lab.linux.Command;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A store on a disk of a few megabytes. */
class FullDiskIT {

    @TempDir
    Path directory;

    @Test
    void aFullDiskLosesNothingThatWasAcknowledgedAndSaysSo() throws Exception {
        assumeTrue(Files.isWritable(Path.of("/proc/sys/kernel/hostname")), "no root: a file system must be mounted");
        Path disk = Files.createDirectories(directory.resolve("disk"));
        Command.of("mount", "-t", "tmpfs", "-o", "size=4m", "none", disk.toString())
                .output();
        try {
            State kept = fill(disk);
            try (EmbeddedStore store = EmbeddedStore.open(disk.resolve("store"))) {
                assertThat(store.load().state()).isEqualTo(kept);
            }
            Files.delete(disk.resolve("ballast"));
            try (EmbeddedStore store = EmbeddedStore.open(disk.resolve("store"))) {
                List<Change> more = List.of(new Change.LayoutSaved("there is room again"));
                store.commit(kept.revision() + 1, more);
                assertThat(store.load().state()).isEqualTo(kept.apply(more, kept.revision() + 1));
            }
        } finally {
            Command.of("umount", disk.toString()).output();
        }
    }

    /** Commits until the disk is full; what was acknowledged. */
    private static State fill(Path disk) throws IOException {
        Files.write(disk.resolve("ballast"), new byte[1 << 20]);
        Controller controller = new Controller(Judge.LENIENT);
        State state = controller
                .on(State.EMPTY, new Event.Configured(SmallFabric.layout(512)))
                .state();
        try (EmbeddedStore store = EmbeddedStore.open(disk.resolve("store"))) {
            for (int i = 0; i < 512; i++) {
                Step step = controller.on(state, SmallFabric.report(i, 100));
                Effect.Persist persist = step.effect(Effect.Persist.class).orElseThrow();
                StoreException refused = catchThrowableOfType(
                        StoreException.class, () -> store.commit(persist.revision(), persist.changes()));
                if (refused != null) {
                    assertThat(refused)
                            .isInstanceOf(StoreException.Full.class)
                            .hasMessageContaining("cannot be written");
                    return State.EMPTY.over(state);
                }
                state = step.state();
            }
        }
        throw new AssertionError("the disk did not fill up");
    }
}
