package io.heddle.topology.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * UTF-8 lines of a stream, ended by LF or CRLF. No line takes more memory than {@value #LONGEST} bytes, however long it is.
 * Single-threaded.
 */
final class LineReader {

    static final int LONGEST = 65_536;

    private final InputStream in;
    private final byte[] buffer = new byte[LONGEST * 2];
    private int from;
    private int to;
    private int line;

    LineReader(InputStream in) {
        this.in = in;
    }

    /** The next line, cut off after {@value #LONGEST} bytes, or null at the end. A byte order mark is dropped. */
    @Nullable
    String next() throws IOException {
        if (from == to && !fill()) {
            return null;
        }
        line++;
        int end = find();
        int length = end - from;
        int next = Math.min(end + 1, to);
        if (length == LONGEST) {
            next = end;
        } else if (length > 0 && buffer[end - 1] == '\r') {
            length--;
        }
        String text = new String(buffer, from, length, StandardCharsets.UTF_8);
        from = next;
        return line == 1 && text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    /** The number of the line last given, from 1. */
    int line() {
        return line;
    }

    private int find() throws IOException {
        int at = from;
        while (at - from < LONGEST) {
            if (at == to) {
                int scanned = at - from;
                boolean more = fill();
                at = from + scanned;
                if (!more) {
                    return at;
                }
            }
            if (buffer[at] == '\n') {
                return at;
            }
            at++;
        }
        return at;
    }

    /** Moves what is left to the front and reads on. False at the end of the stream. */
    private boolean fill() throws IOException {
        System.arraycopy(buffer, from, buffer, 0, to - from);
        to -= from;
        from = 0;
        int read = in.read(buffer, to, buffer.length - to);
        to += Math.max(read, 0);
        return read > 0;
    }
}
