package io.heddle.controller.store;

import io.heddle.controller.core.Change;
import io.heddle.controller.core.NodeState;
import io.heddle.controller.core.State;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32C;
import java.util.zip.CheckedInputStream;
import java.util.zip.CheckedOutputStream;

/**
 * A state in one file, written beside and then put in place, so that a backup is whole or not there:
 *
 * <pre>
 *   "HEDDLEBK" (8), format (4), revision (8), then parts: length (4), {@link RecordBytes changes}; length 0; checksum of all before (8)
 * </pre>
 */
public final class Backup {

    private static final long MAGIC = 0x4845_4444_4C45_424BL;
    private static final int PART = 10_000;
    private static final int LONGEST_PART = 1 << 28;

    private Backup() {}

    /** Writes the kept part of a state. */
    public static void write(State state, Path file) throws IOException {
        Path beside = file.resolveSibling(file.getFileName() + ".part");
        try (OutputStream octets = new BufferedOutputStream(Files.newOutputStream(beside));
                CheckedOutputStream checked = new CheckedOutputStream(octets, new CRC32C());
                DataOutputStream out = new DataOutputStream(checked)) {
            out.writeLong(MAGIC);
            out.writeInt(Store.FORMAT);
            out.writeLong(state.revision());
            List<Change> part = new ArrayList<>();
            if (!state.savedFingerprint().isEmpty()) {
                part.add(new Change.LayoutSaved(state.savedFingerprint()));
            }
            for (NodeState node : state.nodes().values()) {
                part.add(new Change.NodeSaved(node.record()));
                node.pods().forEach((key, pod) -> part.add(new Change.PodSaved(node.name(), key, pod)));
                if (part.size() >= PART) {
                    part(out, part);
                }
            }
            part(out, part);
            out.writeInt(0);
            out.writeLong(checked.getChecksum().getValue());
        }
        try (FileChannel channel = FileChannel.open(beside, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
        Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static void part(DataOutputStream out, List<Change> changes) throws IOException {
        if (!changes.isEmpty()) {
            byte[] octets = RecordBytes.write(changes);
            out.writeInt(octets.length);
            out.write(octets);
            changes.clear();
        }
    }

    /** Reads a backup; one that is damaged or newer is refused. */
    public static Kept read(Path file) throws IOException {
        try (CheckedInputStream checked =
                        new CheckedInputStream(new BufferedInputStream(Files.newInputStream(file)), new CRC32C());
                DataInputStream in = new DataInputStream(checked)) {
            if (in.readLong() != MAGIC) {
                throw new StoreException.Corrupt(file.toString(), "it is no backup of a controller");
            }
            int format = in.readInt();
            if (format > Store.FORMAT) {
                throw new StoreException.Newer(file.toString(), format);
            }
            long revision = in.readLong();
            List<Change> changes = new ArrayList<>();
            for (int length = in.readInt(); length != 0; length = in.readInt()) {
                if (length < 0 || length > LONGEST_PART) {
                    throw new StoreException.Corrupt(file.toString(), "a part of " + length + " octets");
                }
                changes.addAll(RecordBytes.changes(in.readNBytes(length), file.toString()));
            }
            long sum = checked.getChecksum().getValue();
            if (in.readLong() != sum) {
                throw new StoreException.Corrupt(file.toString(), "its checksum does not match");
            }
            return new Kept(revision, changes);
        } catch (EOFException e) {
            throw new StoreException.Corrupt(file.toString(), "it ends early");
        }
    }

    /**
     * Makes a store from a backup. A store that is there is moved aside, never written over.
     *
     * @return where the old store is now, or nothing if there was none
     */
    public static List<Path> restore(Path backup, Path directory) throws IOException {
        Kept kept = read(backup);
        Files.createDirectories(directory);
        List<Path> aside = new ArrayList<>();
        for (String name : List.of(EmbeddedStore.FILE, EmbeddedStore.MARK)) {
            Path old = directory.resolve(name);
            if (Files.exists(old)) {
                aside.add(Files.move(old, free(old)));
            }
        }
        try (EmbeddedStore store = EmbeddedStore.open(directory)) {
            store.commit(kept.revision(), kept.changes());
        }
        return aside;
    }

    private static Path free(Path old) {
        for (int i = 1; ; i++) {
            Path next = old.resolveSibling(old.getFileName() + ".old-" + i);
            if (!Files.exists(next)) {
                return next;
            }
        }
    }
}
