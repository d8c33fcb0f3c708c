package io.heddle.bgp.rib;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Messages of an {@link UpdateStream} that are for one member alone to pick up, since others are not for it. Messages in a row are one
 * entry. Only what is in it is kept from being garbage. Single-threaded.
 */
final class Deliveries {

    private final Deque<Run> runs = new ArrayDeque<>(0);
    private boolean blocked;

    /** Messages {@code from} to {@code to} of a segment. */
    private static final class Run {
        final Segment segment;
        /** Where in the stream the first of them was written. */
        final long written;

        int from;
        int to;

        Run(Segment segment, int message, long written) {
            this.segment = segment;
            this.written = written;
            from = message;
            to = message + 1;
        }
    }

    boolean isEmpty() {
        return runs.isEmpty();
    }

    /**
     * One more message.
     *
     * @param written where in the stream it begins
     */
    void add(Segment segment, int message, long written) {
        Run last = runs.peekLast();
        if (last != null && last.segment == segment && last.to == message) {
            last.to++;
        } else {
            runs.add(new Run(segment, message, written));
        }
    }

    /** How many bytes of the stream, which is now so long, came after the first that was not picked up. */
    long behind(long streamLength) {
        Run first = runs.peekFirst();
        return first == null ? 0 : streamLength - first.written;
    }

    /** Whether there was no room for the next message at the last {@link #copy}. */
    boolean isBlocked() {
        return blocked;
    }

    /**
     * Copies whole messages, with the member's own address where they have a hole for it.
     *
     * @return the end
     */
    int copy(byte[] out, int from, int to, byte[] nextHop) {
        int at = from;
        blocked = false;
        for (Run run = runs.peek(); run != null; run = runs.peek()) {
            int until = run.from;
            int start = run.segment.start(until);
            while (until < run.to && run.segment.end(until) - start <= to - at) {
                until++;
            }
            at = run.segment.copy(run.from, until, out, at, nextHop);
            run.from = until;
            if (until < run.to) {
                blocked = true;
                return at;
            }
            runs.remove();
        }
        return at;
    }

    /** Gives up all, adding the destinations that they are about. */
    void giveUp(NumberSet into) {
        for (Run each : runs) {
            each.segment.collectItems(each.from, each.to, into);
        }
        runs.clear();
    }
}
