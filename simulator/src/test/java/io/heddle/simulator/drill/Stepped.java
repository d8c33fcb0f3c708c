package io.heddle.simulator.drill;

import io.heddle.model.endpoint.Endpoint;
import io.heddle.model.endpoint.Endpoints;
import io.heddle.model.fabric.DeviceName;
import io.heddle.model.fabric.Link;
import io.heddle.model.fabric.Outage;
import io.heddle.model.fabric.PortRef;
import io.heddle.model.net.IpAddress;
import io.heddle.model.net.Mac;
import io.heddle.model.tables.SwitchTables;
import io.heddle.simulator.SmallClos;
import io.heddle.simulator.stable.StableState;
import io.heddle.simulator.stable.StableStateSolver;
import io.heddle.simulator.timeline.Cause;
import io.heddle.simulator.timeline.Change;
import io.heddle.simulator.timeline.Ending;
import io.heddle.simulator.timeline.Moment;
import io.heddle.simulator.timeline.SimTime;
import io.heddle.simulator.timeline.Timeline;
import io.heddle.simulator.timeline.Traffic;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToLongFunction;

/** Timelines written by hand: from rest to the stable state under an outage, with each step at a given time. */
record Stepped(SmallClos clos, Endpoints pods) {

    static final Cause CUT = new Cause(Cause.Kind.INCIDENT, "cut by hand");
    static final Cause NOTICED = new Cause(Cause.Kind.CARRIER, "noticed");
    static final Cause LEARNED = new Cause(Cause.Kind.MESSAGE, "learned");

    /** Some pods in the block of each routed node. */
    static Stepped of(int leafs, int spines, int podsANode) {
        List<Endpoint> pods = new ArrayList<>();
        for (int leaf = 1; leaf <= leafs; leaf++) {
            for (int i = 1; i <= podsANode; i++) {
                pods.add(pod(leaf, i));
            }
        }
        return new Stepped(SmallClos.of(leafs, spines), Endpoints.ofPods(pods));
    }

    static Endpoint pod(int leaf, int number) {
        return new Endpoint(
                Optional.empty(),
                DeviceName.of("r" + leaf),
                new Mac(leaf * 100L + number),
                Optional.of(IpAddress.parse("10." + leaf + ".0." + number)),
                Optional.empty());
    }

    StableState solve(Outage outage) {
        return StableStateSolver.solve(clos.fabric(), clos.config(), pods, outage);
    }

    Timeline still() {
        return Timeline.still(
                clos.fabric(), clos.config(), pods, solve(Outage.NONE).tables(), Outage.NONE);
    }

    Timeline with(List<Moment> moments) {
        List<Moment> sorted = new ArrayList<>(moments);
        sorted.sort(Comparator.comparing(Moment::at));
        return still().with(sorted, Traffic.NONE, new Ending.Quiet(SimTime.ofSeconds(10)));
    }

    /** The outage at 0, noticed after {@code notice}, and each switch's tables after {@code write}, both in milliseconds. */
    List<Moment> failing(Outage outage, long notice, ToLongFunction<DeviceName> write) {
        List<Moment> moments = new ArrayList<>();
        moments.add(new Moment(SimTime.ZERO, new Change.PartsDown(outage), CUT));
        for (Link each : clos.fabric().links()) {
            if (!outage.isUp(each)) {
                for (PortRef end : List.of(each.a(), each.b())) {
                    if (outage.isUp(end.device())) {
                        moments.add(new Moment(SimTime.ofMillis(notice), new Change.PortOut(end), NOTICED));
                    }
                }
            }
        }
        Map<DeviceName, SwitchTables> after = solve(outage).tables();
        solve(Outage.NONE).tables().forEach((device, before) -> {
            SwitchTables held = after.get(device);
            if (held != null) {
                Change.TablesChanged change = TableDifference.between(device, before, held);
                if (!change.put().isEmpty() || !change.removed().isEmpty()) {
                    moments.add(new Moment(SimTime.ofMillis(write.applyAsLong(device)), change, LEARNED));
                }
            }
        });
        return moments;
    }
}
