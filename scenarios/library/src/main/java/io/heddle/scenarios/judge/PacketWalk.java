package io.heddle.scenarios.judge;

import io.heddle.model.fabric.DeviceName;
import io.heddle.model.fabric.Outage;
import io.heddle.model.fabric.VrfName;
import io.heddle.model.net.IpAddress;
import io.heddle.model.tables.NextHop;
import io.heddle.model.tables.RouteEntry;
import io.heddle.scenarios.expect.Arrival;
import io.heddle.simulator.stable.StableState;
import io.heddle.topology.plan.Plan;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/**
 * Follows a packet through the tables of the default VRF, over all equal paths. The worst end decides: a loop, then a black hole, then
 * no route. Layer 2 between a switch and what is on its VLANs is taken as working while the owner of the address has a cable.
 */
final class PacketWalk {

    /** Where it ends, in words. */
    record End(Arrival arrival, String where) {

        private static int badness(Arrival arrival) {
            return switch (arrival) {
                case ARRIVES -> 0;
                case NO_ROUTE -> 1;
                case BLACK_HOLE -> 2;
                case LOOP -> 3;
            };
        }

        End worse(End other) {
            return badness(other.arrival) > badness(arrival) ? other : this;
        }
    }

    private final StableState state;
    private final Owners owners;
    private final Deque<DeviceName> path = new ArrayDeque<>();

    PacketWalk(Plan plan, StableState state, Outage outage) {
        this.state = state;
        owners = new Owners(plan, outage);
    }

    End from(DeviceName device, IpAddress to) {
        if (state.tables(device).isEmpty()) {
            return new End(Arrival.NO_ROUTE, device + " is no living switch");
        }
        if (path.contains(device)) {
            return new End(Arrival.LOOP, "back at " + device);
        }
        Optional<RouteEntry> route = state.tables(device).flatMap(tables -> tables.longestMatch(VrfName.DEFAULT, to));
        if (route.isEmpty()) {
            return new End(Arrival.NO_ROUTE, "no route on " + device);
        }
        path.push(device);
        End worst = null;
        for (NextHop each : route.get().nextHops()) {
            End end = after(device, each, to);
            worst = worst == null ? end : worst.worse(end);
        }
        path.pop();
        return worst == null ? new End(Arrival.NO_ROUTE, "no next hop on " + device) : worst;
    }

    private End after(DeviceName device, NextHop nextHop, IpAddress to) {
        return switch (nextHop) {
            case NextHop.Local _ -> new End(Arrival.ARRIVES, "at " + device);
            case NextHop.Discard _ -> new End(Arrival.BLACK_HOLE, device + " discards it");
            case NextHop.OnPort _, NextHop.OnVlan _ -> onSubnet(device, to);
            case NextHop.ViaPort via -> at(device, via.neighbor(), to);
            case NextHop.ViaVlan via ->
                owners.of(via.address())
                        .map(owner -> at(device, owner, to))
                        .orElseGet(() -> new End(
                                Arrival.BLACK_HOLE, device + " sends it to " + via.address() + ", which is not there"));
            case NextHop.ViaVtep via -> new End(Arrival.ARRIVES, "at VTEP " + via.vtep());
        };
    }

    private End onSubnet(DeviceName device, IpAddress to) {
        return owners.of(to)
                .map(owner -> new End(Arrival.ARRIVES, "at " + owner))
                .orElseGet(() -> new End(Arrival.BLACK_HOLE, device + " finds nobody with " + to));
    }

    private End at(DeviceName from, DeviceName next, IpAddress to) {
        if (state.tables(next).isPresent()) {
            return from(next, to);
        }
        return switch (owners.has(next, to)) {
            case YES -> new End(Arrival.ARRIVES, "at " + next);
            case OUTSIDE -> new End(Arrival.ARRIVES, "outside, by " + next);
            case NO -> new End(Arrival.BLACK_HOLE, from + " sends it to " + next + ", which does not have it");
        };
    }
}
