package io.heddle.test.controller;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.NavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** A thread that wants to wake every millisecond, and how much later than that the machine let it: what any thread has to reckon with there. */
final class Stalls implements AutoCloseable {

    private static final long BEAT_NANOS = TimeUnit.MILLISECONDS.toNanos(1);

    /** By when it woke, microseconds since 1970, how late it was, in microseconds; beats on time are left out. */
    private final NavigableMap<Long, Long> late = new ConcurrentSkipListMap<>();

    private final Thread thread;
    private volatile boolean closed;

    Stalls() {
        thread = Thread.ofPlatform().name("stalls").daemon().start(this::run);
    }

    private void run() {
        long next = System.nanoTime();
        while (!closed) {
            next += BEAT_NANOS;
            LockSupport.parkNanos(next - System.nanoTime());
            long now = System.nanoTime();
            long behind = TimeUnit.NANOSECONDS.toMicros(now - next);
            if (behind >= 1_000) {
                late.put(ChronoUnit.MICROS.between(Instant.EPOCH, Instant.now()), behind);
                next = now;
            }
        }
    }

    /** The longest that touches a time, both ends in microseconds since 1970; 0 if none lasted a millisecond. */
    long longest(long from, long to) {
        long most = 0;
        for (Map.Entry<Long, Long> each : late.tailMap(from, true).entrySet()) {
            if (each.getKey() - each.getValue() > to) {
                break;
            }
            most = Math.max(most, each.getValue());
        }
        return most;
    }

    @Override
    public void close() {
        closed = true;
        Churn.join(thread);
    }
}
