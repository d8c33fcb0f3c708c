package io.heddle.test.outage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/**
 * Watches how long the kernel's lock around network devices is to be waited for. There is one for all namespaces: who builds or takes down
 * another lab on the machine makes carrier and routes of this one wait, which no switch would.
 */
final class Contention implements AutoCloseable {

    /** Reading it takes the lock. */
    private static final Path LOCKED = Path.of("/sys/class/net/lo/carrier");

    private static final long PAUSE_NANOS = 2_000_000;

    private final List<Wait> waits = new ArrayList<>();
    private final Thread thread;
    private volatile boolean ended;

    /** A wait, by {@link System#nanoTime}. */
    private record Wait(long from, long to) {}

    Contention() {
        thread = Thread.ofPlatform().name("contention").start(this::watch);
    }

    private void watch() {
        while (!ended) {
            long from = System.nanoTime();
            try {
                Files.readString(LOCKED);
            } catch (IOException e) {
                // No answer is one too: the lock was had.
            }
            waits.add(new Wait(from, System.nanoTime()));
            LockSupport.parkNanos(PAUSE_NANOS);
        }
    }

    @Override
    public void close() {
        ended = true;
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The longest wait that touched a time, in nanoseconds; after the watch has ended. */
    long longest(long from, long to) {
        return waits.stream()
                .filter(each -> each.to > from && each.from < to)
                .mapToLong(each -> each.to - each.from)
                .max()
                .orElse(0);
    }
}
