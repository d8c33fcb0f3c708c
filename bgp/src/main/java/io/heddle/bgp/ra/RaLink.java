package io.heddle.bgp.ra;

import io.heddle.model.net.IpAddress;
import java.util.Iterator;
import java.util.Map;
import java.util.TreeMap;
import java.util.random.RandomGenerator;

/** One link: when to advertise, and which routers are there. Single-threaded; time is nanoseconds on any monotonic scale. */
public final class RaLink {

    private static final long SECOND = 1_000_000_000;

    /** MAX_INITIAL_RTR_ADVERTISEMENTS, MAX_INITIAL_RTR_ADVERT_INTERVAL, MIN_DELAY_BETWEEN_RAS, MAX_RA_DELAY_TIME: section 10. */
    private static final int INITIAL = 3;

    private static final long INITIAL_INTERVAL = 16 * SECOND;
    private static final long LEAST_DISTANCE = 3 * SECOND;
    private static final long ANSWER_DELAY = SECOND / 2;

    private final String networkInterface;
    private final RaTimers timers;
    private final RandomGenerator random;
    private final RaWatcher watcher;
    private final Map<IpAddress, Long> routers = new TreeMap<>();
    private int sent;
    private long sentAt;
    private long sendAt;

    /** A link to be advertised on from now. */
    public RaLink(String networkInterface, RaTimers timers, RandomGenerator random, RaWatcher watcher, long now) {
        this.networkInterface = networkInterface;
        this.timers = timers;
        this.random = random;
        this.watcher = watcher;
        this.sendAt = now;
    }

    public RaTimers timers() {
        return timers;
    }

    /** When {@link #tick} is due next. */
    public long wakeAt() {
        long earliest = sendAt;
        for (long until : routers.values()) {
            earliest = Math.min(earliest, until);
        }
        return earliest;
    }

    /** The time has come: whether an advertisement is to be sent now. */
    public boolean tick(long now) {
        for (Iterator<Map.Entry<IpAddress, Long>> each = routers.entrySet().iterator(); each.hasNext(); ) {
            Map.Entry<IpAddress, Long> router = each.next();
            if (router.getValue() <= now) {
                each.remove();
                watcher.lost(networkInterface, router.getKey());
            }
        }
        if (now < sendAt) {
            return false;
        }
        sent++;
        sentAt = now;
        long most = timers.interval().toNanos();
        // Section 6.2.4: evenly between the least and the most, so that routers do not fall into step; sooner at first.
        long next = random.nextLong(most / 3, most + 1);
        sendAt = now + (sent < INITIAL ? Math.min(next, INITIAL_INTERVAL) : next);
        return true;
    }

    /** A message came in on this link. */
    public void received(IpAddress source, NeighborMessage message, long now) {
        switch (message) {
            case NeighborMessage.Advertisement(var lifetime) -> {
                // A lifetime of zero says that it is no default router, not that it is gone.
                long silence = Math.max(3 * timers.interval().toNanos(), lifetime.toNanos());
                if (routers.put(source, now + silence) == null) {
                    watcher.found(networkInterface, source);
                    answer(now);
                }
            }
            case NeighborMessage.Solicitation() -> answer(now);
            case NeighborMessage.Discarded _ -> {}
        }
    }

    /** Section 6.2.6: soon, at random, and not more often than every 3 s. Whoever is new on the link waits for it just like who asks. */
    private void answer(long now) {
        long soon = now + random.nextLong(ANSWER_DELAY);
        sendAt = Math.min(sendAt, sent == 0 ? soon : Math.max(soon, sentAt + LEAST_DISTANCE));
    }
}
