package io.heddle.bgp.bfd;

import java.time.Duration;

/**
 * What a session asks for.
 *
 * @param desiredMinTx the least time between packets sent, microseconds on the wire
 * @param requiredMinRx the least time between packets that can be taken
 * @param detectMultiplier how many packets in a row the peer may miss, 1..255
 */
public record BfdTimers(Duration desiredMinTx, Duration requiredMinRx, int detectMultiplier) {

    private static final Duration MAX = Duration.ofSeconds(4294);

    /** 300 ms three times, the defaults of FRR and of switches. */
    public static final BfdTimers DEFAULT = of(300, 3);

    public BfdTimers {
        if (!desiredMinTx.isPositive() || desiredMinTx.compareTo(MAX) > 0) {
            throw new IllegalArgumentException("transmit interval " + desiredMinTx + " is not within " + MAX);
        }
        if (!requiredMinRx.isPositive() || requiredMinRx.compareTo(MAX) > 0) {
            throw new IllegalArgumentException("receive interval " + requiredMinRx + " is not within " + MAX);
        }
        if (detectMultiplier < 1 || detectMultiplier > 255) {
            throw new IllegalArgumentException("detect multiplier " + detectMultiplier + " is not 1..255");
        }
    }

    /** The same interval both ways, in milliseconds. */
    public static BfdTimers of(int milliseconds, int detectMultiplier) {
        return new BfdTimers(Duration.ofMillis(milliseconds), Duration.ofMillis(milliseconds), detectMultiplier);
    }

    long desiredMicros() {
        return desiredMinTx.toNanos() / 1_000;
    }

    long requiredMicros() {
        return requiredMinRx.toNanos() / 1_000;
    }
}
