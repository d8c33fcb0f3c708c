package io.heddle.cni.clock;

import java.time.InstantSource;

/** The clock of the machine: times in the journal must mean something after a restart. */
public final class WallClock {

    private WallClock() {}

    public static InstantSource ofTheMachine() {
        return InstantSource.system();
    }
}
