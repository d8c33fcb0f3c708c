package io.heddle.bgp.netty.clock;

import java.util.function.LongSupplier;

/** Nanoseconds since this clock was made: never backwards, never negative. */
public final class MonotonicClock implements LongSupplier {

    private final long origin = System.nanoTime();

    @Override
    public long getAsLong() {
        return System.nanoTime() - origin;
    }
}
