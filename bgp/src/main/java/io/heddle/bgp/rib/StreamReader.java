package io.heddle.bgp.rib;

import org.jspecify.annotations.Nullable;

/** A place in an {@link UpdateStream}. Reads from the end on, as it stands when the reader begins. */
final class StreamReader {

    private final int member;
    private final @Nullable TargetFilter filter;
    private UpdateStream stream;
    private @Nullable Segment segment;
    private int message;
    private long read;
    private boolean blocked;

    /**
     * A reader.
     *
     * @param member the source number of the reader, which decides which messages are for it
     * @param filter what it wants by route targets; null is everything
     */
    StreamReader(int member, @Nullable TargetFilter filter, UpdateStream stream) {
        this.member = member;
        this.filter = filter;
        this.stream = stream;
        moveTo(stream);
    }

    /** Goes to the end of a stream. */
    void moveTo(UpdateStream other) {
        stream = other;
        segment = other.tail();
        message = segment == null ? 0 : segment.messages();
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
    void startsAt(Segment fresh) {
        segment = fresh;
        message = 0;
    }

    /** Lets go of the segment. */
    void rest() {
        segment = null;
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
        while (!isAtEnd() && segment != null) {
            Segment reading = segment;
            if (message == reading.messages()) {
                segment = reading.next;
                message = 0;
                continue;
            }
            int until = message;
            int start = reading.start(message);
            int end = start;
            while (until < reading.messages()
                    && reading.isFor(until, member, filter)
                    && reading.end(until) - start <= to - at) {
                end = reading.end(until++);
            }
            if (until == message) {
                if (reading.isFor(message, member, filter)) {
                    blocked = true;
                    return at;
                }
                end = reading.end(message);
                read += end - start;
                message++;
                continue;
            }
            System.arraycopy(reading.bytes, start, out, at, end - start);
            for (int each = message; each < until; each++) {
                int hole = reading.nextHopAt(each);
                if (hole != Segment.NO_NEXT_HOP) {
                    System.arraycopy(nextHop, 0, out, at + hole - start, nextHop.length);
                }
            }
            at += end - start;
            read += end - start;
            message = until;
        }
        return at;
    }

    /** Adds the destinations of all that was not read. */
    void collectUnread(NumberSet into) {
        if (isAtEnd()) {
            return;
        }
        Segment each = segment;
        if (each != null) {
            each.collectItems(message, into);
            for (each = each.next; each != null; each = each.next) {
                each.collectItems(0, into);
            }
        }
    }
}
