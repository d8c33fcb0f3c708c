package io.heddle.controller.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.zip.CRC32C;

/**
 * The revision that was acknowledged last, in a file of twenty octets: the revision, its complement, a checksum. Written in place,
 * after the store: a store that is behind its mark has lost commits. MVStore alone would go back to its last sound version and not say so.
 */
final class RevisionMark implements AutoCloseable {

    private static final int LENGTH = 20;

    private final FileChannel channel;

    RevisionMark(Path file) throws IOException {
        channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    }

    /** 0 where nothing was marked, or the writing of a mark was cut short. */
    static long read(Path file) throws IOException {
        if (!Files.exists(file)) {
            return 0;
        }
        byte[] octets = Files.readAllBytes(file);
        if (octets.length != LENGTH) {
            return 0;
        }
        ByteBuffer in = ByteBuffer.wrap(octets);
        long revision = in.getLong(0);
        return in.getLong(8) == ~revision && in.getInt(16) == checksum(octets) ? revision : 0;
    }

    void write(long revision) throws IOException {
        ByteBuffer out = ByteBuffer.allocate(LENGTH).putLong(revision).putLong(~revision);
        out.putInt(checksum(out.array())).flip();
        while (out.hasRemaining()) {
            channel.write(out, out.position());
        }
        channel.force(false);
    }

    private static int checksum(byte[] octets) {
        CRC32C sum = new CRC32C();
        sum.update(octets, 0, LENGTH - 4);
        return (int) sum.getValue();
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
