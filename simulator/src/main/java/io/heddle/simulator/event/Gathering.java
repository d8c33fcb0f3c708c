package io.heddle.simulator.event;

import io.heddle.bgp.virtual.VirtualNetwork;
import java.util.SplittableRandom;

/**
 * How long a speaker waits for more after something changed, before it tells its tables what it makes of all: FRR's queue of decisions.
 * What changes meanwhile goes along. Single-threaded.
 */
final class Gathering {

    private final Settings.Pace pace;
    private final VirtualNetwork network;
    private final SplittableRandom random;

    Gathering(Settings.Pace pace, VirtualNetwork network, SplittableRandom random) {
        this.pace = pace;
        this.network = network;
        this.random = random;
    }

    boolean isInstant() {
        return pace.deciding() == 0;
    }

    void after(Runnable what) {
        network.at(network.now() + pace.deciding() + late(pace, random), what);
    }

    /** What something takes longer this time. */
    static long late(Settings.Pace pace, SplittableRandom random) {
        return pace.late() == 0 ? 0 : random.nextLong(pace.late() + 1);
    }
}
