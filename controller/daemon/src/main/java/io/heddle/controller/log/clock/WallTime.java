package io.heddle.controller.log.clock;

import java.time.InstantSource;
import java.util.function.LongSupplier;

/** The clocks of the machine. */
public final class WallTime {

    private WallTime() {}

    public static InstantSource ofTheMachine() {
        return InstantSource.system();
    }

    /** Nanoseconds since some moment, for how long things take. */
    public static LongSupplier nanos() {
        return System::nanoTime;
    }
}
