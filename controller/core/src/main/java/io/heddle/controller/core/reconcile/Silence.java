package io.heddle.controller.core.reconcile;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Who has not been heard of for too long. Silence alone proves nothing: where more than half are silent it is the listener who is cut off, and of
 * the rest it is to be found out otherwise. Single-threaded.
 */
public final class Silence<K extends Comparable<K>> {

    private final long most;
    private final Map<K, Long> heard = new TreeMap<>();
    private long since;

    /**
     * Listens from a time on.
     *
     * @param most how long, in milliseconds, somebody may be silent
     */
    public Silence(long most, long now) {
        this.most = most;
        since = now;
    }

    /** Listens anew: nobody can have been heard before. */
    public void begin(long now) {
        heard.clear();
        since = now;
    }

    public void heard(K who, long now) {
        heard.put(who, now);
    }

    /** For how long somebody has been silent, as far as was listened. */
    public long of(K who, long now) {
        return now - heard.getOrDefault(who, since);
    }

    /** Those of {@code expected} that are silent for too long; none if that are more than half. */
    public List<K> silent(long now, Collection<K> expected) {
        List<K> silent = new ArrayList<>();
        for (K each : expected) {
            if (of(each, now) >= most) {
                silent.add(each);
            }
        }
        return silent.size() * 2 > expected.size() ? List.of() : silent;
    }
}
