package io.heddle.model.device;

import java.time.Duration;

/**
 * How an operating system starts again what has crashed, as systemd does: after a while, and no more once it was started often.
 *
 * @param after from the crash to the start
 * @param starts at most so many {@code within} that time; the next is refused, and it stays down
 */
public record Restart(Duration after, int starts, Duration within) {

    public Restart {
        if (after.isNegative() || starts < 1 || !within.isPositive()) {
            throw new IllegalArgumentException(
                    "restart after " + after + ", " + starts + " times in " + within + "; expected at least one start");
        }
    }
}
