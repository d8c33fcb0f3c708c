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

    @Nullable
    Segment next;

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

    /** Whether a message is for a member. */
    boolean isFor(int message, int source, @Nullable TargetFilter filter) {
        if (!Audience.contains(audience[message], source)) {
            return false;
        }
        WantedTargets targets = wanted == null ? null : wanted[message];
        return targets == null || (filter == null || filter.wants(targets.route())) == targets.by();
    }

    /** Where in {@link #bytes} the member's own address goes, or {@link #NO_NEXT_HOP}. */
    int nextHopAt(int message) {
        return nextHopAt[message];
    }

    /** Adds the destinations of a message and all after it. */
    void collectItems(int fromMessage, NumberSet into) {
        for (int i = fromMessage == 0 ? 0 : itemEnd[fromMessage - 1]; i < itemCount; i++) {
            into.add(items[i]);
        }
    }
}
