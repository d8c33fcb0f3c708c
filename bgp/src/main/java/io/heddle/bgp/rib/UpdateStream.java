package io.heddle.bgp.rib;

import org.jspecify.annotations.Nullable;

/**
 * Encoded UPDATEs, written once and read by several {@link StreamReader}s, each at its own pace. Segments are linked forwards only, so
 * that what all readers have passed is garbage.
 */
final class UpdateStream {

    private static final int FIRST_CAPACITY = 4096;
    private static final int CAPACITY = 1 << 16;

    private @Nullable StreamLink first;
    private @Nullable StreamLink tail;
    private int capacity = FIRST_CAPACITY;
    private long written;
    private long messages;

    /** The segment to write the next message into, with room for at least {@code needed} bytes. */
    Segment open(int needed) {
        StreamLink last = tail;
        if (last != null && last.segment.room() >= needed) {
            return last.segment;
        }
        StreamLink fresh = new StreamLink(new Segment(Math.max(capacity, needed)));
        capacity = CAPACITY;
        if (last == null) {
            first = fresh;
        } else {
            last.next = fresh;
        }
        tail = fresh;
        return fresh.segment;
    }

    /** The first segment after {@link #drop}; null once that may be forgotten. */
    @Nullable
    StreamLink takeFirst() {
        StreamLink taken = first;
        first = null;
        return taken;
    }

    /** Ends the message that was written into the segment just opened. */
    void close(Segment segment, int to, int nextHopAt, int audience, @Nullable WantedTargets wanted) {
        written += to - segment.used();
        messages++;
        segment.close(to, nextHopAt, audience, wanted);
    }

    /** Where writing goes on; null if nothing is kept. */
    @Nullable
    StreamLink tail() {
        return tail;
    }

    /** All bytes ever written. */
    long written() {
        return written;
    }

    /** All messages ever written. */
    long messages() {
        return messages;
    }

    /** Lets go of the last segment, which everybody has read. */
    void drop() {
        tail = null;
        capacity = FIRST_CAPACITY;
    }
}
