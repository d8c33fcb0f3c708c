package io.heddle.cni.ipam;

import io.heddle.cni.step.Steps;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Events in a file. Writing and forcing to disk are apart: {@link #append} under the caller's lock, {@link #force} outside it, where
 * one call serves everybody who wrote before it, and nobody who has been served waits for the next. After a failed write or force the journal takes nothing more: what is on disk is
 * unknown then.
 */
final class Journal implements AutoCloseable {

    private static final String NAME = "ipam.journal";

    private final Path directory;
    private final FileChannel lockFile;
    private final Steps steps;
    private final Lock forcing = new ReentrantLock();
    private final Condition ended = forcing.newCondition();
    /** One forces to disk, with {@link #forcing} given back. */
    private boolean busy;

    private FileChannel file;
    private long position;
    private volatile long written;
    private volatile long forced;
    private int lines;
    private volatile @Nullable IOException failure;

    private Journal(Path directory, FileChannel lockFile, FileChannel file, JournalFile content, Steps steps) {
        this.directory = directory;
        this.lockFile = lockFile;
        this.file = file;
        this.steps = steps;
        position = content.length();
        written = content.number();
        forced = content.number();
        lines = content.events().size();
    }

    /**
     * Opens the journal of a directory, made when missing, and gives every event in order.
     *
     * @throws IOException also when another agent has it open, or when it is damaged
     */
    static Journal open(Path directory, Steps steps, Consumer<LedgerEvent> each) throws IOException {
        Files.createDirectories(directory);
        Path path = directory.resolve(NAME);
        FileChannel lockFile = lock(directory);
        byte[] bytes = Files.exists(path) ? Files.readAllBytes(path) : new byte[0];
        JournalFile content;
        try {
            content = JournalFile.read(bytes);
            content.events().forEach(numbered -> each.accept(numbered.event()));
        } catch (JournalFile.Damaged | IllegalStateException e) {
            lockFile.close();
            throw new IOException(
                    "journal " + path + ": " + e.getMessage() + "; move it away to start without allocations", e);
        }
        FileChannel file = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        file.truncate(content.length());
        Journal journal = new Journal(directory, lockFile, file, content, steps);
        if (content.length() == 0) {
            journal.rewrite(List.of());
        }
        return journal;
    }

    private static FileChannel lock(Path directory) throws IOException {
        Path path = directory.resolve("lock");
        FileChannel channel = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            FileLock lock = channel.tryLock();
            if (lock == null) {
                throw new OverlappingFileLockException();
            }
        } catch (OverlappingFileLockException e) {
            channel.close();
            throw new IOException("another agent uses " + directory, e);
        }
        return channel;
    }

    /** Writes an event; answers its number, for {@link #force}. Under the caller's lock. */
    long append(LedgerEvent event) throws IOException {
        requireSound();
        long number = written + 1;
        byte[] line = JournalFile.line(number, event);
        try {
            ByteBuffer rest = ByteBuffer.wrap(line);
            while (rest.hasRemaining()) {
                position += file.write(rest, position);
            }
        } catch (IOException e) {
            failure = e;
            throw e;
        }
        lines++;
        written = number;
        steps.done("journal line written");
        return number;
    }

    /** Returns when the event of this number is on disk. */
    void force(long number) throws IOException {
        forcing.lock();
        try {
            requireSound();
            while (forced < number) {
                if (busy) {
                    ended.awaitUninterruptibly();
                    requireSound();
                } else {
                    forceAll();
                }
            }
        } finally {
            forcing.unlock();
        }
    }

    /** Under {@link #forcing}, which is given back meanwhile. */
    private void forceAll() throws IOException {
        long all = written;
        busy = true;
        forcing.unlock();
        try {
            file.force(false);
        } catch (IOException e) {
            failure = e;
            throw e;
        } finally {
            forcing.lock();
            busy = false;
            ended.signalAll();
        }
        forced = all;
        steps.done("journal forced to disk");
    }

    /** The number of the last event on disk. */
    long forced() {
        return forced;
    }

    /** Lines in the file: with what is live, a measure of when to rewrite. */
    int lines() {
        return lines;
    }

    /** The number of the last event written. */
    long number() {
        return written;
    }

    /** Replaces the file by one with these events, in one step. Under the caller's lock. */
    void rewrite(List<LedgerEvent> events) throws IOException {
        forcing.lock();
        try {
            while (busy) {
                ended.awaitUninterruptibly();
            }
            requireSound();
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            bytes.writeBytes(JournalFile.header(written));
            events.forEach(each -> bytes.writeBytes(JournalFile.line(written, each)));
            Path fresh = directory.resolve(NAME + ".new");
            FileChannel next = FileChannel.open(
                    fresh, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE);
            ByteBuffer rest = ByteBuffer.wrap(bytes.toByteArray());
            while (rest.hasRemaining()) {
                next.write(rest);
            }
            next.force(true);
            steps.done("journal rewritten beside");
            Files.move(
                    fresh,
                    directory.resolve(NAME),
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
            try (FileChannel parent = FileChannel.open(directory, StandardOpenOption.READ)) {
                parent.force(true);
            }
            steps.done("journal replaced");
            file.close();
            file = next;
            position = bytes.size();
            forced = written;
            lines = events.size();
        } finally {
            forcing.unlock();
        }
    }

    /** Refuses after a failure. */
    void requireSound() throws IOException {
        IOException before = failure;
        if (before != null) {
            throw new IOException(
                    "the journal in " + directory + " failed before and takes nothing more: " + before.getMessage(),
                    before);
        }
    }

    @Override
    public void close() throws IOException {
        file.close();
        lockFile.close();
    }
}
