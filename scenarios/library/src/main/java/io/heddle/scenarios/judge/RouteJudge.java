package io.heddle.scenarios.judge;

import io.heddle.model.fabric.DeviceName;
import io.heddle.model.fabric.Fabric;
import io.heddle.model.fabric.Outage;
import io.heddle.model.fabric.VrfName;
import io.heddle.model.tables.RouteEntry;
import io.heddle.model.tables.SwitchTables;
import io.heddle.scenarios.expect.Expectation;
import io.heddle.scenarios.result.CaseResult;
import io.heddle.scenarios.result.Solved;
import io.heddle.scenarios.wording.Numbers;
import io.heddle.scenarios.wording.Words;
import io.heddle.simulator.stable.StableState;
import io.heddle.simulator.stable.StableStateSolver;
import io.heddle.simulator.walk.Forwarding;
import io.heddle.simulator.walk.Walk;
import java.util.HashSet;
import java.util.Optional;

/** Judges expectations about routes. */
final class RouteJudge {

    private static final String NOTHING = "nothing was computed: the scenario has no design";

    private RouteJudge() {}

    static Found routes(Expectation.Routes expected, CaseResult result) {
        return Spread.of(Selection.of(expected.where(), result), name -> result.solved()
                        .flatMap(solved -> solved.state().tables(name))
                        .map(tables -> {
                            long count = tables.routes()
                                    .filter(each -> isCounted(expected, each))
                                    .count();
                            return new Found(count == expected.count(), Numbers.counted(count, "route"));
                        })
                        .orElse(Found.missing(NOTHING)))
                .found();
    }

    private static boolean isCounted(Expectation.Routes expected, RouteEntry route) {
        return expected.within().filter(each -> !each.contains(route.prefix())).isEmpty()
                && expected.length().orElse(route.prefix().length())
                        == route.prefix().length();
    }

    static Found route(Expectation.Route expected, CaseResult result) {
        return Spread.of(Selection.of(expected.where(), result), name -> result.solved()
                        .flatMap(solved -> solved.state().tables(name))
                        .map(tables -> route(expected, tables))
                        .orElse(Found.missing(NOTHING)))
                .found();
    }

    private static Found route(Expectation.Route expected, SwitchTables tables) {
        Optional<RouteEntry> route = tables.route(VrfName.DEFAULT, expected.prefix());
        if (route.isEmpty()) {
            return new Found(!expected.present(), "no route");
        }
        int width = route.get().nextHops().size();
        boolean holds = expected.present()
                && expected.width().orElse(width) == width
                && expected.source().orElse(route.get().source()) == route.get().source();
        return new Found(
                holds,
                "a route over " + Numbers.counted(width, "next hop") + " from "
                        + Words.of(route.get().source()));
    }

    static Found reach(Expectation.Reach expected, CaseResult result) {
        if (result.solved().isEmpty()) {
            return Found.missing(NOTHING);
        }
        Solved solved = result.solved().get();
        Optional<String> unknown = unknown(expected, solved.plan().fabric());
        if (unknown.isPresent()) {
            return Found.missing("there is no " + unknown.get());
        }
        Outage outage = new Outage(new HashSet<>(expected.lost()), new HashSet<>(expected.cut()));
        StableState state = outage.equals(Outage.NONE)
                ? solved.state()
                : StableStateSolver.solve(
                        solved.plan().fabric(),
                        solved.plan().config(),
                        solved.plan().endpoints(),
                        outage);
        Forwarding forwarding = new Forwarding(
                solved.plan().fabric(), solved.plan().config(), solved.plan().endpoints(), state, outage);
        Walk.End end = Walk.of(forwarding, Forwarding.fromSwitch(expected.from(), expected.to()))
                .worst();
        return new Found(end.arrival() == expected.arrival(), end.arrival() + ", " + end.where());
    }

    private static Optional<String> unknown(Expectation.Reach expected, Fabric fabric) {
        if (fabric.findSwitch(expected.from()).isEmpty()) {
            return Optional.of("switch " + expected.from());
        }
        for (DeviceName each : expected.lost()) {
            if (fabric.findSwitch(each).isEmpty() && fabric.findNode(each).isEmpty()) {
                return Optional.of("device " + each);
            }
        }
        return expected.cut().stream()
                .filter(each -> fabric.linkAt(each.a()).filter(each::equals).isEmpty())
                .map(each -> "cable " + each)
                .findFirst();
    }
}
