package io.heddle.simulator.event;

import io.heddle.bgp.speaker.Speaker;
import io.heddle.model.config.Action;
import io.heddle.model.config.BgpConfig;
import io.heddle.model.config.Community;
import io.heddle.model.config.PeerGroup;
import io.heddle.model.net.Prefix;
import io.heddle.simulator.timeline.Withholding;
import java.util.Collection;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of a device's export policies as it runs: marks while it is drained, and a line for what its hardware has no room for, if it
 * announces only what that holds. Single-threaded.
 */
final class Outward {

    /** What is withheld or released within this time is told to the speaker together: it goes through all routes for it. */
    private static final long GATHERED = 1_000_000;

    private final Environment environment;
    private final Neighborhood neighborhood;
    private final TreeSet<Prefix> withheld = new TreeSet<>();
    private boolean drained;
    private boolean pending;
    private @Nullable Speaker speaker;

    Outward(Environment environment, Neighborhood neighborhood) {
        this.environment = environment;
        this.neighborhood = neighborhood;
    }

    /** Whose policies they are: a routing process starts as it is configured, not drained; null where it ends. */
    void becomes(@Nullable Speaker started) {
        speaker = started;
        drained = false;
    }

    /** A peer group as the device is told of it, and with what has become of its export policy. */
    PeerGroup of(BgpConfig told, PeerGroup group) {
        PeerGroup plain = Aggregates.suppressing(told, group);
        PeerGroup marked = drained ? plain.marking(new Action.AddCommunity(Community.GRACEFUL_SHUTDOWN)) : plain;
        return marked.withExportPolicy(Withholding.of(withheld, marked.exportPolicy()));
    }

    /** RFC 8326 section 4.2: what it sends to its neighbours carries GRACEFUL_SHUTDOWN, and they prefer others. */
    void drain(boolean begin, String why) {
        drained = begin;
        tell(why);
    }

    void withhold(Collection<Prefix> prefixes) {
        if (withheld.addAll(prefixes)) {
            soon();
        }
    }

    void release(Collection<Prefix> prefixes) {
        if (withheld.removeAll(prefixes)) {
            soon();
        }
    }

    /** Its tables are empty. */
    void forget() {
        withheld.clear();
    }

    private void soon() {
        if (!pending) {
            pending = true;
            environment.later(GATHERED, () -> {
                pending = false;
                tell("what the hardware has no room for is not announced");
            });
        }
    }

    private void tell(String why) {
        Speaker running = speaker;
        if (running == null) {
            return;
        }
        for (Peering.Side side : neighborhood.sides()) {
            if (side.peerNumber >= 0) {
                PeerGroup changed =
                        of(running.config().router(), side.end.neighbor().group());
                running.changePeer(
                        side.peerNumber, running.configOf(side.peerNumber).with(changed), why, environment.now());
            }
        }
    }
}
