package io.heddle.bgp.rib;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A stretch of an {@link UpdateStream}: whole messages one behind the other, each with its audience and the destinations in it. */
final class Segment {

    /** There is no next hop to fill in. */
    static final int NO_NEXT_HOP = -1;

    final byte[] bytes;
    private int[] end = new int[4];
    private int[] audience = new int[4];
    private int[] nextHopAt = new int[4];
    /** By message, where targets matter; null where they matter to none. */
    private @Nullable WantedTargets @Nullable [] wanted;

    private int[] itemEnd = new int[4];
    private int[] items = new int[8];
    private int messages;
    private int used;
    private int itemCount;

    Segment(int capacity) {
        bytes = new byte[capacity];
    }

    int room() {
        return bytes.length - used;
    }

    /** Where the next message begins. */
    int used() {
        return used;
    }

    int messages() {
        return messages;
    }

    /** Notes a destination of the message that is being written. */
    void item(int destination) {
        if (itemCount == items.length) {
            items = Arrays.copyOf(items, itemCount * 2);
        }
        items[itemCount++] = destination;
    }

    /** Ends the message that was written from {@link #used} to {@code to}. */
    void close(int to, int nextHop, int forWhom, @Nullable WantedTargets targets) {
        if (messages == end.length) {
            int longer = messages * 2;
            end = Arrays.copyOf(end, longer);
            audience = Arrays.copyOf(audience, longer);
            nextHopAt = Arrays.copyOf(nextHopAt, longer);
            itemEnd = Arrays.copyOf(itemEnd, longer);
        }
        if (targets != null || wanted != null) {
            if (wanted == null) {
                wanted = new WantedTargets[end.length];
            } else if (wanted.length < end.length) {
                wanted = Arrays.copyOf(wanted, end.length);
            }
            wanted[messages] = targets;
        }
        end[messages] = to;
        audience[messages] = forWhom;
        nextHopAt[messages] = nextHop;
        itemEnd[messages] = itemCount;
        used = to;
        messages++;
    }

    int start(int message) {
        return message == 0 ? 0 : end[message - 1];
    }

    int end(int message) {
        return end[message];
    }

    /** Who a message is for, as {@link Audience} says. */
    int audience(int message) {
        return audience[message];
    }

    /** Whose route targets those want it is for; null where targets do not matter. */
    @Nullable
    WantedTargets wanted(int message) {
        return wanted == null ? null : wanted[message];
    }

    /** Whether a message is for a member that wants all route targets. */
    boolean isFor(int message, int source) {
        WantedTargets targets = wanted(message);
        return Audience.contains(audience[message], source) && (targets == null || targets.unless() == null);
    }

    /**
     * Copies messages in a row, with a member's own address where they have a hole for it.
     *
     * @return the end
     */
    int copy(int from, int until, byte[] out, int at, byte[] nextHop) {
        if (from == until) {
            return at;
        }
        int start = start(from);
        System.arraycopy(bytes, start, out, at, end[until - 1] - start);
        for (int each = from; each < until; each++) {
            if (nextHopAt[each] != NO_NEXT_HOP) {
                System.arraycopy(nextHop, 0, out, at + nextHopAt[each] - start, nextHop.length);
            }
        }
        return at + end[until - 1] - start;
    }

    /** Adds the destinations of messages in a row. */
    void collectItems(int from, int until, NumberSet into) {
        for (int i = from == 0 ? 0 : itemEnd[from - 1]; i < (until == 0 ? 0 : itemEnd[until - 1]); i++) {
            into.add(items[i]);
        }
    }
}
