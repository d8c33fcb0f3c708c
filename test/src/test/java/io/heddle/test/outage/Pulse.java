package io.heddle.test.outage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/**
 * Beats every millisecond and knows when it was held up. What it says of a run does not depend on what the run measured: it is asked about
 * a time that is set beforehand, whatever becomes of the packets.
 */
final class Pulse implements AutoCloseable {

    private static final long PAUSE_NANOS = 1_000_000;

    /** Reading it takes the kernel's lock around network devices. */
    private static final Path LOCKED = Path.of("/sys/class/net/lo/carrier");

    private final Runnable act;
    private final List<Gap> gaps = new ArrayList<>();
    private final Thread thread;
    private volatile boolean ended;

    /** From a beat to the next, by {@link System#nanoTime}. */
    record Gap(long from, long to) {

        static long longest(List<Gap> gaps, long from, long to) {
            return gaps.stream()
                    .filter(each -> each.to > from && each.from < to)
                    .mapToLong(each -> each.to - each.from - PAUSE_NANOS)
                    .max()
                    .orElse(0);
        }
    }

    private Pulse(String name, Runnable act) {
        this.act = act;
        thread = Thread.ofPlatform().name(name).start(this::beat);
    }

    /** Held up when the machine, or the virtual machine under it, is. */
    static Pulse ofMachine() {
        return new Pulse("pulse", () -> {});
    }

    /**
     * Held up by the kernel's lock around network devices too. There is one for all namespaces: who builds or takes down another lab on the
     * machine makes carrier and routes of this one wait, which no switch would.
     */
    static Pulse ofNetwork() {
        return new Pulse("lock", () -> {
            try {
                Files.readString(LOCKED);
            } catch (IOException e) {
                // No answer is one too: the lock was had.
            }
        });
    }

    private void beat() {
        long last = System.nanoTime();
        while (!ended) {
            LockSupport.parkNanos(PAUSE_NANOS);
            act.run();
            long now = System.nanoTime();
            gaps.add(new Gap(last, now));
            last = now;
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

    /** How long it was held up at most at a time, in nanoseconds; after it has ended. */
    long longest(long from, long to) {
        return Gap.longest(gaps, from, to);
    }
}
