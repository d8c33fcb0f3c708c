package io.heddle.simulator.timeline;

import java.util.Locale;

/** Virtual time, in nanoseconds since the first incident is due. Negative before it, where the fabric comes up. */
public record SimTime(long nanos) implements Comparable<SimTime> {

    public static final SimTime ZERO = new SimTime(0);

    private static final long NANOS_A_MILLI = 1_000_000;
    private static final double NANOS_A_SECOND = 1e9;

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

    /** In seconds to the millisecond, such as {@code 0.420 s}; to the microsecond below ten milliseconds. */
    @Override
    public String toString() {
        String form = Math.abs(nanos) < 10 * NANOS_A_MILLI && nanos != 0 ? "%.6f s" : "%.3f s";
        return String.format(Locale.ROOT, form, seconds());
    }
}
