package io.heddle.controller.http.watch;

import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The last events. Used by all threads. */
public final class WatchLog {

    private final @Nullable WatchEvent[] ring;
    private final long maxChars;
    private final Set<Runnable> watchers = ConcurrentHashMap.newKeySet();
    private long chars;
    /** The number of the oldest event that is kept, and of the one to come. */
    private long oldest = 1;

    private long next = 1;
    private long revision;
    /** The revision of the last event that is no longer kept. */
    private long forgotten = -1;

    /** A log that has nothing before {@code revision}. */
    public WatchLog(int maxEvents, long maxChars, long revision) {
        ring = new WatchEvent[maxEvents];
        this.maxChars = maxChars;
        this.revision = revision;
        forgotten = revision - 1;
    }

    /** Something happened; watchers are woken on this thread. */
    public void add(long at, String type, String data) {
        synchronized (this) {
            WatchEvent event = new WatchEvent(next, at, type, data);
            revision = at;
            while (oldest < next && (next - oldest >= ring.length || chars + event.size() > maxChars)) {
                WatchEvent gone = kept(oldest);
                ring[index(oldest++)] = null;
                chars -= gone.size();
                forgotten = gone.revision();
            }
            ring[index(next++)] = event;
            chars += event.size();
        }
        watchers.forEach(Runnable::run);
    }

    public synchronized long revision() {
        return revision;
    }

    /** The number of the last event. */
    public synchronized long end() {
        return next - 1;
    }

    /**
     * The place of a watcher that has everything up to a revision: the number of the last event that it need not be told. What came with
     * that revision and made none is told again.
     *
     * @return empty if something behind that revision is no longer kept, or if there was no such revision
     */
    public synchronized Optional<Long> place(long after) {
        if (after <= forgotten || after > revision) {
            return Optional.empty();
        }
        for (long number = oldest; number < next; number++) {
            long at = kept(number).revision();
            if (at >= after) {
                return Optional.of(at == after ? number : number - 1);
            }
        }
        return Optional.of(next - 1);
    }

    /** The event after a place, if there is one; see {@link #hasPassed}. */
    public synchronized Optional<WatchEvent> after(long place) {
        return place + 1 >= next ? Optional.empty() : Optional.of(kept(Math.max(oldest, place + 1)));
    }

    /** Whether what follows a place is gone already. */
    public synchronized boolean hasPassed(long place) {
        return place + 1 < oldest;
    }

    /** From now on {@code woken} is called with every event, until the answer is run. */
    public Runnable watch(Runnable woken) {
        watchers.add(woken);
        return () -> watchers.remove(woken);
    }

    private int index(long number) {
        return (int) (number % ring.length);
    }

    private WatchEvent kept(long number) {
        WatchEvent event = ring[index(number)];
        if (event == null || event.number() != number) {
            throw new IllegalStateException("event " + number + " is not kept, only from " + oldest + " to " + next);
        }
        return event;
    }
}
