package io.heddle.simulator.event;

import io.heddle.model.config.BgpConfig;
import io.heddle.model.fabric.DeviceName;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The sessions of controllers with switches; none is up before its controller runs. Single-threaded. */
final class ControllerSessions {

    private final World world;
    private final Told told;

    ControllerSessions(World world, Told told) {
        this.world = world;
        this.told = told;
    }

    /** All of them, told to both ends. */
    void add(List<Replica> replicas) {
        Map<DeviceName, BgpConfig> routers = new HashMap<>();
        world.devices.values().forEach(each -> each.bgp().ifPresent(bgp -> routers.put(each.name(), bgp)));
        for (Replica replica : replicas) {
            for (Peering.Session each : world.peering.add(told.sessions(replica, routers))) {
                boolean first = each.a().device().equals(replica.name);
                Peering.Side own = first ? each.a() : each.b();
                Peering.Side other = first ? each.b() : each.a();
                own.controller = replica;
                other.told = true;
                world.daemons.learn(world.device(other.device()), other);
                replica.tells(other.device(), own);
            }
        }
    }

    /** Adds those that have a way through now: their controller runs and reaches switches, and their switch lives. */
    void pass(Set<Peering.Session> through) {
        for (Peering.Session each : world.peering.sessions()) {
            Replica controller = each.a().controller != null ? each.a().controller : each.b().controller;
            Peering.Side other = each.a().told ? each.a() : each.b();
            if (controller != null
                    && controller.isRunning()
                    && controller.reachesSwitches()
                    && world.plant.lives(other.device())) {
                through.add(each);
            }
        }
    }

    /** A controller came or went, or its way to switches did: which sessions of theirs have a way through now, and switches try it at once. */
    void changed() {
        world.connectivity.reroute();
        for (Peering.Session each : world.peering.sessions()) {
            Peering.Side side = each.a().told ? each.a() : each.b();
            if (side.told && world.plant.passes(each)) {
                world.daemons.nudge(world.device(side.device()), side);
            }
        }
    }
}
