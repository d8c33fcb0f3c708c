package io.heddle.scenarios.cli;

import io.heddle.scenarios.json.SweepJson;
import io.heddle.scenarios.sweep.SweepHead;
import io.heddle.scenarios.sweep.SweepRow;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The results file of a sweep: a head and then a row a line, each written as soon as it is there. Of a file that was cut off by a kill the half line
 * at its end is dropped; whatever else is wrong with a file is refused, and it stays as it was. One sweep at a time has it.
 */
final class SweepFile implements AutoCloseable {

    private final List<SweepRow> rows;
    private final @Nullable FileChannel out;

    private SweepFile(List<SweepRow> rows, @Nullable FileChannel out) {
        this.rows = List.copyOf(rows);
        this.out = out;
    }

    /** Nothing is kept. */
    static SweepFile none() {
        return new SweepFile(List.of(), null);
    }

    /** Opens a file, or makes it; the channel belongs to the answer, which the caller closes. */
    static SweepFile open(Path path, SweepHead head) throws InputException {
        FileChannel channel = null;
        try {
            Path folder = path.toAbsolutePath().getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            channel = FileChannel.open(
                    path, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            SweepFile file = read(path, head, channel);
            channel = null;
            return file;
        } catch (IOException e) {
            throw new InputException("cannot use " + path + " for results: " + e.getMessage());
        } finally {
            close(channel);
        }
    }

    private static SweepFile read(Path path, SweepHead head, FileChannel channel) throws IOException, InputException {
        if (!locked(channel)) {
            throw new InputException("another sweep is writing " + path);
        }
        String text = Files.readString(path);
        int whole = text.lastIndexOf('\n') + 1;
        List<String> lines = text.substring(0, whole).lines().toList();
        List<SweepRow> rows = new ArrayList<>();
        if (lines.isEmpty() && !SweepJson.line(head).startsWith(text)) {
            throw new InputException(path + " is not a results file of a sweep; expected one, or a new name");
        }
        for (int i = 0; i < lines.size(); i++) {
            try {
                if (i > 0) {
                    rows.add(SweepJson.row(lines.get(i)));
                } else if (!SweepJson.head(lines.getFirst()).equals(head)) {
                    throw new InputException(path + " has results of " + SweepJson.head(lines.getFirst())
                            + "; expected those of " + head + ", or a new name");
                }
            } catch (SweepJson.NotALine e) {
                throw new InputException(path + ":" + (i + 1) + ": not a line of a sweep's results: " + e.getMessage());
            }
        }
        long size = text.substring(0, whole).getBytes(StandardCharsets.UTF_8).length;
        channel.truncate(size).position(size);
        SweepFile file = new SweepFile(rows, channel);
        if (lines.isEmpty()) {
            file.write(SweepJson.line(head));
        }
        return file;
    }

    private static boolean locked(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    /** The rows that were there. */
    List<SweepRow> rows() {
        return rows;
    }

    void append(SweepRow row) {
        if (out != null) {
            try {
                write(SweepJson.line(row));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private void write(String line) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap((line + "\n").getBytes(StandardCharsets.UTF_8));
        while (out != null && bytes.hasRemaining()) {
            out.write(bytes);
        }
    }

    @Override
    public void close() throws InputException {
        close(out);
    }

    private static void close(@Nullable FileChannel channel) throws InputException {
        try {
            if (channel != null) {
                channel.close();
            }
        } catch (IOException e) {
            throw new InputException("cannot write results: " + e.getMessage());
        }
    }
}
