package io.heddle.simulator.timeline;

import java.util.Locale;

/** Virtual time, in nanoseconds since the first incident is due. Negative before it, where the fabric comes up. */
public record SimTime(long nanos) implements Comparable<SimTime> {

    public static final SimTime ZERO = new SimTime(0);

    private static final long NANOS_A_MILLI = 1_000_000;
    private static final double NANOS_A_SECOND = 1e9;

    /** What would be rounded to a thousand milliseconds is a second, and so on. */
    private static final long LEAST_SECONDS = 999_500_000;

    private static final long LEAST_HUNDRED = 99_950_000;
    private static final long LEAST_TEN = 9_995_000;
    private static final long LEAST_ONE = 999_500;

    public static SimTime ofMillis(long millis) {
        return new SimTime(Math.multiplyExact(millis, NANOS_A_MILLI));
    }

    public static SimTime ofSeconds(double seconds) {
        return new SimTime(Math.round(seconds * NANOS_A_SECOND));
    }

    public SimTime plus(SimTime span) {
        return new SimTime(Math.addExact(nanos, span.nanos));
    }

    /** The span from {@code earlier} to this. */
    public SimTime since(SimTime earlier) {
        return new SimTime(Math.subtractExact(nanos, earlier.nanos));
    }

    public double seconds() {
        return nanos / NANOS_A_SECOND;
    }

    @Override
    public int compareTo(SimTime other) {
        return Long.compare(nanos, other.nanos);
    }

    /**
     * To the millisecond from a second on, such as {@code 22.010 s}; below in three digits, such as {@code 420 ms} and {@code 2.84 ms}, down to the microsecond:
     * {@code 0.050 ms}.
     */
    @Override
    public String toString() {
        long size = Math.abs(nanos);
        if (size == 0) {
            return "0 s";
        }
        if (size >= LEAST_SECONDS) {
            return String.format(Locale.ROOT, "%.3f s", seconds());
        }
        String form = size >= LEAST_HUNDRED
                ? "%.0f ms"
                : size >= LEAST_TEN ? "%.1f ms" : size >= LEAST_ONE ? "%.2f ms" : "%.3f ms";
        return String.format(Locale.ROOT, form, nanos / (double) NANOS_A_MILLI);
    }
}
