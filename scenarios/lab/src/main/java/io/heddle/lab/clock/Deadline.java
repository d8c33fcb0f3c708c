package io.heddle.lab.clock;

import java.time.Duration;

/** A moment by which something must have happened. */
public final class Deadline {

    private static final Duration PAUSE = Duration.ofMillis(50);

    private final long start = System.nanoTime();
    private final Duration patience;

    private Deadline(Duration patience) {
        this.patience = patience;
    }

    public static Deadline in(Duration patience) {
        return new Deadline(patience);
    }

    /** Starts a clock that only counts. */
    public static Deadline never() {
        return new Deadline(Duration.ofDays(365));
    }

    public boolean isPast() {
        return elapsed().compareTo(patience) >= 0;
    }

    public Duration elapsed() {
        return Duration.ofNanos(System.nanoTime() - start);
    }

    /** Waits a moment between two looks. */
    public void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
