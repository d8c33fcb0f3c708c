package io.heddle.bgp.rib;

import io.heddle.bgp.attribute.Octets;
import io.heddle.bgp.wire.UpdateEncoder;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Puts destinations with equal attributes and equal audience into the same UPDATEs. Takes a batch in any order, then writes it; nothing
 * is allocated once it has grown. Single-threaded, shared by all groups of a speaker.
 */
final class UpdatePacker {

    private static final int NONE = -1;

    private final AttributeTable attributes;

    private int size;
    private int[] destination = new int[64];
    private int[] identifier = new int[64];
    private int[] next = new int[64];

    private int buckets;
    private int[] set = new int[16];
    private int[] audience = new int[16];
    /** The set whose route targets the audience wants; NONE where targets do not matter. */
    private int[] wanted = new int[16];
    /** The set whose route targets it does not want; NONE where that does not matter. */
    private int[] unless = new int[16];

    private int[] head = new int[16];
    private int[] tail = new int[16];
    /** Bucket plus one by hash; 0 is empty. */
    private int[] slots = new int[32];

    private int last;

    UpdatePacker(AttributeTable attributes) {
        this.attributes = attributes;
    }

    int buckets() {
        return buckets;
    }

    /**
     * A route to announce, or with {@link AttributeTable#NONE} as set to withdraw.
     *
     * @param wanting among the audience only those who want the targets of this set; NONE is all
     * @param notWanting and do not want those of this set; NONE is all
     */
    void add(int to, int pathIdentifier, int carried, int forWhom, int wanting, int notWanting) {
        if (size == destination.length) {
            destination = Arrays.copyOf(destination, size * 2);
            identifier = Arrays.copyOf(identifier, size * 2);
            next = Arrays.copyOf(next, size * 2);
        }
        if (size == 0 || !isBucket(last, carried, forWhom, wanting, notWanting)) {
            last = bucket(carried, forWhom, wanting, notWanting);
        }
        destination[size] = to;
        identifier[size] = pathIdentifier;
        next[size] = NONE;
        if (head[last] == NONE) {
            head[last] = size;
        } else {
            next[tail[last]] = size;
        }
        tail[last] = size;
        size++;
    }

    private boolean isBucket(int bucket, int carried, int forWhom, int wanting, int notWanting) {
        return set[bucket] == carried
                && audience[bucket] == forWhom
                && wanted[bucket] == wanting
                && unless[bucket] == notWanting;
    }

    private int bucket(int carried, int forWhom, int wanting, int notWanting) {
        int mask = slots.length - 1;
        int slot = hash(carried, forWhom, wanting, notWanting) & mask;
        for (; slots[slot] != 0; slot = slot + 1 & mask) {
            if (isBucket(slots[slot] - 1, carried, forWhom, wanting, notWanting)) {
                return slots[slot] - 1;
            }
        }
        if (buckets == set.length) {
            grow();
            return bucket(carried, forWhom, wanting, notWanting);
        }
        slots[slot] = buckets + 1;
        set[buckets] = carried;
        audience[buckets] = forWhom;
        wanted[buckets] = wanting;
        unless[buckets] = notWanting;
        // What was sent before may be nobody's by the time it is written who wanted it.
        if (wanting != NONE) {
            attributes.hold(wanting);
        }
        if (notWanting != NONE) {
            attributes.hold(notWanting);
        }
        head[buckets] = NONE;
        return buckets++;
    }

    private void grow() {
        int longer = buckets * 2;
        set = Arrays.copyOf(set, longer);
        audience = Arrays.copyOf(audience, longer);
        wanted = Arrays.copyOf(wanted, longer);
        unless = Arrays.copyOf(unless, longer);
        head = Arrays.copyOf(head, longer);
        tail = Arrays.copyOf(tail, longer);
        slots = new int[longer * 2];
        for (int each = 0; each < buckets; each++) {
            int slot = hash(set[each], audience[each], wanted[each], unless[each]) & slots.length - 1;
            while (slots[slot] != 0) {
                slot = slot + 1 & slots.length - 1;
            }
            slots[slot] = each + 1;
        }
    }

    private static int hash(int carried, int forWhom, int wanting, int notWanting) {
        int mixed = (((carried * 0x9E3779B9 + forWhom) * 0x85EBCA6B + wanting) * 0xC2B2AE35 + notWanting) * 0x27D4EB2F;
        return mixed ^ mixed >>> 15;
    }

    /** Writes the batch and forgets it. */
    void flush(RouteTable table, UpdateFormat format, UpdateStream out) {
        for (int each = 0; each < buckets; each++) {
            if (set[each] == AttributeTable.NONE) {
                for (int route = head[each]; route != NONE; ) {
                    route = withdraw(route, each, table, format, out);
                }
            } else {
                for (int route = head[each]; route != NONE; ) {
                    route = announce(route, each, table, format, out);
                }
            }
        }
        for (int each = 0; each < buckets; each++) {
            if (wanted[each] != NONE) {
                attributes.release(wanted[each]);
            }
            if (unless[each] != NONE) {
                attributes.release(unless[each]);
            }
        }
        Arrays.fill(slots, 0);
        size = 0;
        buckets = 0;
    }

    private int announce(int from, int bucket, RouteTable table, UpdateFormat format, UpdateStream out) {
        int carried = set[bucket];
        Segment segment = out.open(format.announcementRoom(carried));
        int start = segment.used();
        UpdateEncoder message = format.announce(carried, segment.bytes, start);
        Octets payload = table.attributes.payload(carried);
        int route = from;
        while (route != NONE && table.keys.put(destination[route], payload, identifier[route], message)) {
            segment.item(destination[route]);
            route = next[route];
        }
        out.close(segment, message.finish(), format.nextHopAt(start), audience[bucket], targets(bucket));
        return route;
    }

    private int withdraw(int from, int bucket, RouteTable table, UpdateFormat format, UpdateStream out) {
        Segment segment = out.open(UpdateFormat.WITHDRAWAL_ROOM);
        UpdateEncoder message = format.withdraw(segment.bytes, segment.used());
        int route = from;
        while (route != NONE && table.keys.put(destination[route], Octets.EMPTY, identifier[route], message)) {
            segment.item(destination[route]);
            route = next[route];
        }
        out.close(segment, message.finish(), Segment.NO_NEXT_HOP, audience[bucket], targets(bucket));
        return route;
    }

    private @Nullable WantedTargets targets(int bucket) {
        return wanted[bucket] == NONE
                ? null
                : new WantedTargets(
                        attributes.set(wanted[bucket]), unless[bucket] == NONE ? null : attributes.set(unless[bucket]));
    }
}
