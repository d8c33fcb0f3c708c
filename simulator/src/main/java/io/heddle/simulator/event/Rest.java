package io.heddle.simulator.event;

import io.heddle.bgp.rib.LocRib;
import io.heddle.bgp.virtual.VirtualNetwork;
import io.heddle.model.fabric.DeviceName;
import io.heddle.simulator.timeline.Ending;
import io.heddle.simulator.timeline.SimTime;
import java.util.function.BooleanSupplier;
import java.util.function.IntSupplier;

/** Lets time pass until a fabric is at rest, or it is clear that it will not be. Single-threaded. */
final class Rest {

    /**
     * Things that happen for each session before minds are watched whatever the time: where next to nothing takes time, they may be changed
     * for ever and hardly any passes.
     */
    private static final long MANY = 50_000;

    private final Settings settings;
    private final VirtualNetwork network;
    private final BooleanSupplier sessionsBelong;
    private final IntSupplier sessions;
    private final Restlessness restlessness;
    private long lastActivity;
    /** Things from outside, and timers of devices, that are still to happen. */
    private int due;

    /**
     * For one network.
     *
     * @param sessionsBelong whether every session that can be up is, and no other
     * @param sessions how many there may be
     */
    Rest(Settings settings, VirtualNetwork network, BooleanSupplier sessionsBelong, IntSupplier sessions) {
        this.settings = settings;
        this.network = network;
        this.sessionsBelong = sessionsBelong;
        this.sessions = sessions;
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

    /** It will never come to rest, for this reason. */
    void endless(String why) {
        restlessness.endless(why);
    }

    /** Lets time pass until nothing is under way, or it is clear that something always will be. */
    Ending settle(long lastIncident) {
        lastActivity = Math.max(network.now(), lastIncident);
        long quiet = settings.quiet().toNanos();
        long limit = settings.limit().toNanos();
        long before = network.events();
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
            network.runUntil(next, MANY);
            if (!isWatching() && network.events() - before > MANY * sessions.getAsInt()) {
                restlessness.watchFrom(network.now());
            }
        }
    }
}
