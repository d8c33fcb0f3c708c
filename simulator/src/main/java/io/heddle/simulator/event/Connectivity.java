package io.heddle.simulator.event;

import io.heddle.simulator.stable.Premises;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Which of all sessions have a way through, by what is really broken, and whether just those are up. Single-threaded. */
final class Connectivity {

    private final World world;

    Connectivity(World world) {
        this.world = world;
    }

    /** Devices learn of the sessions there can be if the fabric stands so. */
    void learn(Premises premises) {
        for (Peering.Session each : world.peering.add(premises.sessions())) {
            for (Peering.Side side : List.of(each.a(), each.b())) {
                world.daemons.learn(world.device(side.device()), side);
            }
        }
    }

    /** What is broken changed: which sessions have a way through now. Returns those that lost theirs. */
    Set<Peering.Session> reroute() {
        Premises real = world.outlook.real();
        List<Premises.Direction> directions = real.sessions();
        learn(real);
        Set<Peering.Session> through = world.peering.of(directions);
        if (world.control != null) {
            world.control.sessions().pass(through);
        }
        Set<Peering.Session> lost = new LinkedHashSet<>();
        for (Peering.Session each : world.peering.sessions()) {
            if (world.plant.passes(each) && !through.contains(each)) {
                lost.add(each);
            }
        }
        world.plant.pass(through);
        return lost;
    }

    /** Whether every session that can be up is, and no other. */
    boolean isSettled() {
        for (Peering.Session each : world.peering.sessions()) {
            boolean through = world.plant.passes(each) && runs(each.a()) && runs(each.b());
            if (each.a().established != through || each.b().established != through) {
                return false;
            }
        }
        return true;
    }

    private boolean runs(Peering.Side side) {
        return world.speakerOf(side) != null;
    }
}
