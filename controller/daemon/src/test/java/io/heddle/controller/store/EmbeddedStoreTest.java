package io.heddle.controller.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.heddle.controller.core.Change;
import io.heddle.controller.core.State;
import io.heddle.model.fabric.DeviceName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedStoreTest {

    @TempDir
    Path directory;

    private EmbeddedStore open() throws StoreException {
        return EmbeddedStore.open(directory);
    }

    @Test
    void anEmptyStoreIsAtRevisionZero() throws StoreException {
        try (EmbeddedStore store = open()) {
            assertThat(store.load()).isEqualTo(new Kept(0, List.of()));
        }
    }

    @Test
    void whatWasCommittedIsThereAfterAReopen() throws StoreException {
        List<Change> changes = new ArrayList<>(Changes.filled(1, 20));
        changes.add(new Change.LayoutSaved("abc"));
        try (EmbeddedStore store = open()) {
            store.commit(7, changes);
        }
        try (EmbeddedStore store = open()) {
            assertThat(store.load().state()).isEqualTo(State.EMPTY.apply(changes, 7));
        }
    }

    @Test
    void aForgottenNodeTakesItsPodsAlongAndNoOthers() throws StoreException {
        try (EmbeddedStore store = open()) {
            store.commit(1, Changes.filled(1, 5));
            store.commit(2, Changes.filled(10, 5));
            store.commit(3, List.of(new Change.NodeForgotten(DeviceName.of("n1"))));
            assertThat(store.load().state()).isEqualTo(State.EMPTY.apply(Changes.filled(10, 5), 3));
        }
    }

    @Test
    void aStoreInUseIsRefused() throws StoreException {
        try (EmbeddedStore _ = open()) {
            assertThatThrownBy(this::open)
                    .isInstanceOf(StoreException.InUse.class)
                    .hasMessageContaining("in use by another process");
        }
    }

    @Test
    void aStoreThatLostACommitIsRefused() throws IOException {
        try (EmbeddedStore store = open()) {
            store.commit(1, Changes.filled(1, 5));
        }
        Path file = directory.resolve(EmbeddedStore.FILE);
        byte[] old = Files.readAllBytes(file);
        try (EmbeddedStore store = open()) {
            store.commit(2, Changes.filled(2, 5));
        }
        Files.write(file, old);
        assertThatThrownBy(this::open)
                .isInstanceOf(StoreException.Corrupt.class)
                .hasMessageContaining("it ends at revision 1, acknowledged was 2")
                .hasMessageContaining("heddle controller restore");
    }

    @Test
    void aLostFileIsNotAnEmptyStore() throws IOException {
        try (EmbeddedStore store = open()) {
            store.commit(1, Changes.filled(1, 5));
        }
        Files.delete(directory.resolve(EmbeddedStore.FILE));
        assertThatThrownBy(this::open).isInstanceOf(StoreException.Corrupt.class);
    }

    @Test
    void aDamagedFileIsRefusedOrReadRightWhereverTheDamageIs() throws IOException {
        List<Change> changes = new ArrayList<>();
        try (EmbeddedStore store = open()) {
            for (int i = 1; i <= 10; i++) {
                List<Change> more = Changes.filled(i, 20);
                changes.addAll(more);
                store.commit(i, more);
            }
        }
        State written = State.EMPTY.apply(changes, 10);
        Path file = directory.resolve(EmbeddedStore.FILE);
        byte[] sound = Files.readAllBytes(file);
        int refused = 0;
        for (int at = 0; at < sound.length; at += 2_477) {
            byte[] damaged = sound.clone();
            damaged[at] ^= 0x40;
            Files.write(file, damaged);
            try (EmbeddedStore store = open()) {
                assertThat(store.load().state()).isEqualTo(written);
            } catch (StoreException e) {
                assertThat(e).isInstanceOf(StoreException.Corrupt.class);
                refused++;
            }
        }
        assertThat(refused).isPositive();
    }

    @Test
    void aCutFileIsRefusedOrReadRight() throws IOException {
        try (EmbeddedStore store = open()) {
            store.commit(1, Changes.filled(1, 50));
        }
        Path file = directory.resolve(EmbeddedStore.FILE);
        byte[] sound = Files.readAllBytes(file);
        for (int length = 0; length < sound.length; length += 1 + sound.length / 40) {
            Files.write(file, java.util.Arrays.copyOf(sound, length));
            assertThatThrownBy(() -> {
                        try (EmbeddedStore store = open()) {
                            store.load();
                        }
                    })
                    .isInstanceOf(StoreException.Corrupt.class);
        }
    }

    @Test
    void theFileStaysSmallUnderChurn() throws IOException {
        try (EmbeddedStore store = open()) {
            store.commit(1, Changes.filled(1, 100));
            for (int i = 2; i < 600; i++) {
                Change.PodSaved pod = Changes.pod(1, 1 + i % 100);
                store.commit(i, List.of(pod));
            }
        }
        assertThat(Files.size(directory.resolve(EmbeddedStore.FILE))).isLessThan(16 << 20);
    }

    @Test
    void aBackupMakesAnEqualStoreAndTheOldOneIsMovedAside() throws IOException {
        State state = State.EMPTY.apply(Changes.filled(1, 30), 5);
        Path backup = directory.resolve("backup");
        Backup.write(state, backup);
        try (EmbeddedStore store = open()) {
            store.commit(9, Changes.filled(2, 3));
        }
        assertThat(Backup.restore(backup, directory)).hasSize(2).allMatch(Files::exists);
        try (EmbeddedStore store = open()) {
            assertThat(store.load().state()).isEqualTo(state);
        }
    }

    @Test
    void aDamagedBackupIsRefused() throws IOException {
        Path backup = directory.resolve("backup");
        Backup.write(State.EMPTY.apply(Changes.filled(1, 30), 5), backup);
        byte[] sound = Files.readAllBytes(backup);
        for (int at = 0; at < sound.length; at += 7) {
            byte[] damaged = sound.clone();
            damaged[at] ^= 1;
            Files.write(backup, damaged);
            assertThatThrownBy(() -> Backup.read(backup))
                    .isInstanceOfAny(StoreException.Corrupt.class, StoreException.Newer.class);
        }
    }
}
