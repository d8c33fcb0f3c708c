package io.heddle.simulator.walk;

import io.heddle.model.fabric.DeviceName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What devices do with packets, remembered until somebody says that it may have changed: walks from many places to one address come by the same
 * devices, and from one time to the next few of these decide otherwise. Single-threaded.
 */
public final class Steps {

    private static final Spot[] NOWHERE = {};

    private final Forwarding forwarding;
    private final Map<Position, Spot> spots = new HashMap<>();
    /** By the devices whose tables decide there. */
    private final Map<DeviceName, List<Spot>> byDevice = new HashMap<>();

    private int walks;

    /** A position, what happens there if that is known, and where that leads. */
    static final class Spot {
        private final Position at;
        private @Nullable Step step;
        private Spot[] after = NOWHERE;
        /** The last walk that came here, and which of its steps this was. */
        private int walk;

        private int number;

        private Spot(Position at) {
            this.at = at;
        }

        /** What happens here, once a walk came by. */
        Step step() {
            if (step == null) {
                throw new IllegalStateException("nobody came to " + at);
            }
            return step;
        }

        /** The numbers that the last walk gave to what its legs lead to. */
        int[] next() {
            int[] next = new int[after.length];
            for (int i = 0; i < next.length; i++) {
                next[i] = after[i].number;
            }
            return next;
        }
    }

    public Steps(Forwarding forwarding) {
        this.forwarding = forwarding;
    }

    /** The tables of a device changed. */
    public void forget(DeviceName device) {
        for (Spot each : byDevice.getOrDefault(device, List.of())) {
            each.step = null;
        }
    }

    /** Anything may have changed. */
    public void forgetAll() {
        spots.clear();
        byDevice.clear();
    }

    /** Every place that a packet may come to, in the order they are first reached, by the first leg first. */
    List<Spot> from(Position start) {
        int walk = ++walks;
        List<Spot> reached = new ArrayList<>();
        List<Spot> ahead = new ArrayList<>();
        ahead.add(spot(start));
        while (!ahead.isEmpty()) {
            Spot spot = ahead.removeLast();
            if (spot.walk != walk) {
                spot.walk = walk;
                spot.number = reached.size();
                reached.add(spot);
                look(spot);
                for (int i = spot.after.length - 1; i >= 0; i--) {
                    ahead.add(spot.after[i]);
                }
            }
        }
        return reached;
    }

    private void look(Spot spot) {
        if (spot.step == null) {
            Step step = forwarding.step(spot.at);
            spot.step = step;
            spot.after = switch (step) {
                case Step.Sent sent ->
                    sent.legs().stream().map(each -> spot(each.next())).toArray(Spot[]::new);
                case Step.Ended _ -> NOWHERE;
            };
        }
    }

    private Spot spot(Position at) {
        Spot known = spots.get(at);
        if (known != null) {
            return known;
        }
        Spot spot = new Spot(at);
        spots.put(at, spot);
        forwarding.deciding(at).forEach(each -> byDevice.computeIfAbsent(each, _ -> new ArrayList<>())
                .add(spot));
        return spot;
    }
}
