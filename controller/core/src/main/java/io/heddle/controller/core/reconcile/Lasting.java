package io.heddle.controller.core.reconcile;

import java.util.Collection;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Tells what lasts from what is only under way. Single-threaded. */
public final class Lasting<K extends Comparable<K>> {

    private final long grace;
    private SortedMap<K, Long> since = new TreeMap<>();

    /** @param grace how long, in milliseconds, something may be under way */
    public Lasting(long grace) {
        this.grace = grace;
    }

    /** What is so now, and has been at every look for the time of grace. */
    public SortedSet<K> look(long now, Collection<? extends K> current) {
        SortedMap<K, Long> next = new TreeMap<>();
        SortedSet<K> lasting = new TreeSet<>();
        for (K each : current) {
            long first = since.getOrDefault(each, now);
            next.put(each, first);
            if (now - first >= grace) {
                lasting.add(each);
            }
        }
        since = next;
        return lasting;
    }
}
