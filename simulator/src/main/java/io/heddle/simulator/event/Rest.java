package io.heddle.simulator.event;

import io.heddle.bgp.rib.LocRib;
import io.heddle.bgp.virtual.VirtualNetwork;
import io.heddle.model.fabric.DeviceName;
import io.heddle.simulator.timeline.Ending;
import io.heddle.simulator.timeline.SimTime;
import java.util.function.BooleanSupplier;

/** Lets time pass until a fabric is at rest, or it is clear that it will not be. Single-threaded. */
final class Rest {

    private final Settings settings;
    private final VirtualNetwork network;
    private final BooleanSupplier sessionsBelong;
    private final Restlessness restlessness;
    private long lastActivity;
    /** Things from outside, and timers of devices, that are still to happen. */
    private int due;

    /**
     * For one network.
     *
     * @param sessionsBelong whether every session that can be up is, and no other
     */
    Rest(Settings settings, VirtualNetwork network, BooleanSupplier sessionsBelong) {
        this.settings = settings;
        this.network = network;
        this.sessionsBelong = sessionsBelong;
        restlessness = new Restlessness(settings.flips());
    }

    /** Something happened that a fabric at rest does not do. */
    void active() {
        lastActivity = network.now();
    }

    /** Has something happen that rest waits for. */
    void later(long at, Runnable what) {
        due++;
        network.at(at, () -> {
            due--;
            active();
            what.run();
        });
    }

    /** Whether changes of mind are counted now. */
    boolean isWatching() {
        return restlessness.isWatching(network.now());
    }

    void changedMind(DeviceName router, LocRib.Destination destination) {
        restlessness.note(router, destination);
    }

    /** Lets time pass until nothing is under way, or it is clear that something always will be. */
    Ending settle(long lastIncident) {
        lastActivity = Math.max(network.now(), lastIncident);
        long quiet = settings.quiet().toNanos();
        long limit = settings.limit().toNanos();
        restlessness.watchFrom(lastIncident + limit / 10);
        while (true) {
            long next = network.next();
            boolean calm = due == 0 && next > lastActivity + quiet && sessionsBelong.getAsBoolean();
            if (calm || next == Long.MAX_VALUE) {
                long at = due == 0 ? lastActivity : network.now();
                network.runUntil(Math.max(network.now(), at));
                return new Ending.Quiet(new SimTime(network.now()));
            }
            if (restlessness.isRestless()) {
                return restlessness.ending(network.now());
            }
            if (next > lastIncident + limit && due == 0 && next > lastActivity + quiet) {
                return new Ending.Quiet(new SimTime(network.now()));
            }
            if (next > lastIncident + limit + settings.detection().ageing()) {
                return restlessness.cutShort(network.now(), settings.limit());
            }
            network.runUntil(next);
        }
    }
}
