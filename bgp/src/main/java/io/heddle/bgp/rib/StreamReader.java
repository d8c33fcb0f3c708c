package io.heddle.bgp.rib;

import org.jspecify.annotations.Nullable;

/** A place in an {@link UpdateStream}, of a member that wants all route targets. Reads from the end on, as it stands when the reader begins. */
final class StreamReader {

    private final int member;
    private UpdateStream stream;
    private @Nullable StreamLink link;
    private int message;
    private long read;
    private boolean blocked;

    /**
     * A reader.
     *
     * @param member the source number of the reader, which decides which messages are for it
     */
    StreamReader(int member, UpdateStream stream) {
        this.member = member;
        this.stream = stream;
        moveTo(stream);
    }

    /** Goes to the end of a stream. */
    void moveTo(UpdateStream other) {
        stream = other;
        link = other.tail();
        message = link == null ? 0 : link.segment.messages();
        read = other.written();
    }

    boolean isAtEnd() {
        return read == stream.written();
    }

    /** Bytes written but not read yet. */
    long behind() {
        return stream.written() - read;
    }

    /** A reader that is at the end before anything is written must be told where the stream goes on. */
    void startsAt(StreamLink fresh) {
        link = fresh;
        message = 0;
    }

    /** Lets go of the segment. */
    void rest() {
        link = null;
        message = 0;
    }

    /** Whether there was no room for the next message at the last {@link #copy}. */
    boolean isBlocked() {
        return blocked;
    }

    /**
     * Copies whole messages that are for this member, with its own address where they have a hole for it.
     *
     * @return the end
     */
    int copy(byte[] out, int from, int to, byte[] nextHop) {
        int at = from;
        blocked = false;
        while (!isAtEnd() && link != null) {
            Segment reading = link.segment;
            if (message == reading.messages()) {
                link = link.next;
                message = 0;
                continue;
            }
            int until = message;
            int start = reading.start(message);
            while (until < reading.messages()
                    && reading.isFor(until, member)
                    && reading.end(until) - start <= to - at) {
                until++;
            }
            if (until == message) {
                if (reading.isFor(message, member)) {
                    blocked = true;
                    return at;
                }
                read += reading.end(message) - start;
                message++;
                continue;
            }
            at = reading.copy(message, until, out, at, nextHop);
            read += reading.end(until - 1) - start;
            message = until;
        }
        return at;
    }

    /** Adds the destinations of all that was not read. */
    void collectUnread(NumberSet into) {
        if (isAtEnd()) {
            return;
        }
        int from = message;
        for (StreamLink each = link; each != null; each = each.next) {
            each.segment.collectItems(from, each.segment.messages(), into);
            from = 0;
        }
    }
}
