package io.heddle.controller.store;

import io.heddle.controller.core.AttachmentKey;
import io.heddle.controller.core.Change;
import io.heddle.controller.core.NodeRecord;
import io.heddle.controller.core.Pod;
import io.heddle.model.fabric.DeviceName;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;
import org.h2.mvstore.type.ByteArrayDataType;
import org.h2.mvstore.type.StringDataType;
import org.jspecify.annotations.Nullable;

/**
 * A store in one file, for one controller: {@code controller.mv.db} in its directory, beside it {@code revision}.
 *
 * <p>Three maps: {@code nodes} by name; {@code pods} by node, container and interface; {@code about} with format, revision, fingerprint
 * and the number of entries, which has to be right when the store is read. A commit is one version of MVStore, forced to the disk; one
 * that was cut short is not seen at the next start.
 */
public final class EmbeddedStore implements Store {

    static final String FILE = "controller.mv.db";
    static final String MARK = "revision";

    private static final String FORMAT_KEY = "format";
    private static final String REVISION = "revision";
    private static final String FINGERPRINT = "fingerprint";
    private static final String ENTRIES = "entries";

    /** Small pages: a commit writes a path of them. */
    private static final int PAGE = 4096;

    /** After so many commits dead space is looked for, and so much of the file is rewritten at most. */
    private static final int COMMITS_TO_COMPACT = 256;

    private static final int FILL_RATE = 60;
    private static final int COMPACT_OCTETS = 4 << 20;
    private static final int CLOSE_MILLIS = 300;

    private final Path file;
    private final RevisionMark mark;
    private @Nullable Opened opened;
    private int commits;

    /** The maps of an open store. */
    private record Opened(
            MVStore store, MVMap<String, byte[]> about, MVMap<String, byte[]> nodes, MVMap<String, byte[]> pods) {}

    private EmbeddedStore(Path file, RevisionMark mark) {
        this.file = file;
        this.mark = mark;
    }

    /** Opens the store of a directory, making both where there are none. */
    public static EmbeddedStore open(Path directory) throws StoreException {
        Path file = directory.resolve(FILE);
        RevisionMark mark;
        long marked;
        try {
            Files.createDirectories(directory);
            marked = RevisionMark.read(directory.resolve(MARK));
            mark = new RevisionMark(directory.resolve(MARK));
        } catch (IOException e) {
            throw new StoreException.Full(file.toString(), e);
        }
        EmbeddedStore store = new EmbeddedStore(file, mark);
        try {
            store.check(store.opened(), marked);
        } catch (StoreException e) {
            store.abandon();
            throw e;
        }
        return store;
    }

    private void check(Opened open, long marked) throws StoreException {
        try {
            byte[] format = open.about.get(FORMAT_KEY);
            if (format == null && open.nodes.isEmpty() && marked == 0) {
                return;
            }
            long found = number(open, FORMAT_KEY);
            if (found > FORMAT) {
                throw new StoreException.Newer(file.toString(), found);
            }
            long revision = number(open, REVISION);
            if (revision < marked) {
                throw new StoreException.Corrupt(
                        file.toString(), "it ends at revision " + revision + ", acknowledged was " + marked);
            }
        } catch (MVStoreException e) {
            throw said(e);
        } catch (RuntimeException e) {
            throw new StoreException.Corrupt(file.toString(), e.toString());
        }
    }

    private Opened opened() throws StoreException {
        Opened open = opened;
        if (open == null || open.store.isClosed()) {
            try {
                MVStore store = new MVStore.Builder()
                        .fileName(file.toString())
                        .autoCommitDisabled()
                        .pageSplitSize(PAGE)
                        .open();
                open = new Opened(store, map(store, "about"), map(store, "nodes"), map(store, "pods"));
                opened = open;
            } catch (MVStoreException e) {
                throw said(e);
            } catch (RuntimeException e) {
                // MVStore reads pages as they come: a damaged one can be any mistake.
                throw new StoreException.Corrupt(file.toString(), e.toString());
            }
        }
        return open;
    }

    private static MVMap<String, byte[]> map(MVStore store, String name) {
        return store.openMap(
                name,
                new MVMap.Builder<String, byte[]>()
                        .keyType(StringDataType.INSTANCE)
                        .valueType(ByteArrayDataType.INSTANCE));
    }

    private StoreException said(MVStoreException e) {
        String place = file.toString();
        return switch (e.getErrorCode()) {
            case DataUtils.ERROR_FILE_LOCKED -> new StoreException.InUse(place);
            case DataUtils.ERROR_WRITING_FAILED ->
                new StoreException.Full(place, e.getCause() == null ? e : e.getCause());
            default -> new StoreException.Corrupt(place, String.valueOf(e.getMessage()));
        };
    }

    @Override
    public Kept load() throws StoreException {
        Opened open = opened();
        try {
            if (open.about.get(FORMAT_KEY) == null) {
                return new Kept(0, List.of());
            }
            List<Change> changes = new ArrayList<>(open.nodes.size() + open.pods.size() + 1);
            byte[] fingerprint = open.about.get(FINGERPRINT);
            if (fingerprint != null) {
                changes.addAll(
                        RecordBytes.changes(Sealed.open(file.toString(), FINGERPRINT, fingerprint), file.toString()));
            }
            for (Map.Entry<String, byte[]> each : open.nodes.entrySet()) {
                changes.add(new Change.NodeSaved(RecordBytes.node(content(each), file.toString())));
            }
            for (Map.Entry<String, byte[]> each : open.pods.entrySet()) {
                PodKey key = PodKey.parse(each.getKey(), file.toString());
                changes.add(new Change.PodSaved(
                        key.node(), key.key(), RecordBytes.pod(content(each), key.node(), file.toString())));
            }
            long entries = number(open, ENTRIES);
            if (entries != open.nodes.size() + open.pods.size()) {
                throw new StoreException.Corrupt(
                        file.toString(),
                        "it has " + (open.nodes.size() + open.pods.size()) + " entries, written were " + entries);
            }
            return new Kept(number(open, REVISION), changes);
        } catch (MVStoreException e) {
            throw said(e);
        } catch (RuntimeException e) {
            throw new StoreException.Corrupt(file.toString(), e.toString());
        }
    }

    private byte[] content(Map.Entry<String, byte[]> entry) throws StoreException {
        return Sealed.open(file.toString(), entry.getKey(), entry.getValue());
    }

    private long number(Opened open, String key) throws StoreException {
        byte[] sealed = open.about.get(key);
        if (sealed == null) {
            throw new StoreException.Corrupt(file.toString(), "it does not say its " + key);
        }
        byte[] content = Sealed.open(file.toString(), key, sealed);
        if (content.length != Long.BYTES) {
            throw new StoreException.Corrupt(file.toString(), "its " + key + " has " + content.length + " octets");
        }
        return ByteBuffer.wrap(content).getLong();
    }

    private static void number(Opened open, String key, long value) {
        open.about.put(
                key,
                Sealed.seal(key, ByteBuffer.allocate(Long.BYTES).putLong(value).array()));
    }

    @Override
    public void commit(long revision, List<Change> changes) throws StoreException {
        Opened open = opened();
        try {
            changes.forEach(each -> put(open, each));
            number(open, FORMAT_KEY, FORMAT);
            number(open, REVISION, revision);
            number(open, ENTRIES, open.nodes.sizeAsLong() + open.pods.sizeAsLong());
            open.store.commit();
            open.store.sync();
            mark.write(revision);
            if (++commits % COMMITS_TO_COMPACT == 0) {
                open.store.compact(FILL_RATE, COMPACT_OCTETS);
            }
        } catch (MVStoreException e) {
            discard(open);
            throw said(e);
        } catch (IOException e) {
            discard(open);
            throw new StoreException.Full(file.toString(), e);
        }
    }

    /** What was not kept must not come along with the next commit. */
    private void discard(Opened open) {
        opened = null;
        if (!open.store.isClosed()) {
            open.store.closeImmediately();
        }
    }

    private static void put(Opened open, Change change) {
        switch (change) {
            case Change.NodeSaved(NodeRecord node) -> {
                String key = node.name().value();
                open.nodes.put(key, Sealed.seal(key, RecordBytes.write(node)));
            }
            case Change.NodeForgotten(DeviceName node) -> {
                open.nodes.remove(node.value());
                String prefix = PodKey.prefix(node);
                List<String> gone = new ArrayList<>();
                for (var keys = open.pods.keyIterator(prefix); keys.hasNext(); ) {
                    String key = keys.next();
                    if (!key.startsWith(prefix)) {
                        break;
                    }
                    gone.add(key);
                }
                gone.forEach(open.pods::remove);
            }
            case Change.PodSaved(DeviceName node, AttachmentKey key, Pod pod) -> {
                String name = PodKey.of(node, key).text();
                open.pods.put(name, Sealed.seal(name, RecordBytes.write(pod)));
            }
            case Change.PodForgotten(DeviceName node, AttachmentKey key) ->
                open.pods.remove(PodKey.of(node, key).text());
            case Change.LayoutSaved saved ->
                open.about.put(FINGERPRINT, Sealed.seal(FINGERPRINT, RecordBytes.write(List.of(saved))));
        }
    }

    @Override
    public void close() {
        Opened open = opened;
        if (open != null && !open.store.isClosed()) {
            try {
                open.store.close(CLOSE_MILLIS);
            } catch (RuntimeException e) {
                // Tidying up failed; everything acknowledged is on the disk already.
            }
        }
        abandon();
    }

    /** Lets go of the files without writing. */
    private void abandon() {
        Opened open = opened;
        if (open != null) {
            discard(open);
        }
        try {
            mark.close();
        } catch (IOException e) {
            // Forced with every commit.
        }
    }
}
