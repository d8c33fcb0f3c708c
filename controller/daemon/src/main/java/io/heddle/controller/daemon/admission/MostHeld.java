package io.heddle.controller.daemon.admission;

import io.heddle.model.fabric.DeviceName;
import io.heddle.model.fabric.Fabric;
import io.heddle.model.fabric.Outage;
import io.heddle.model.fabric.Switch;
import io.heddle.model.tables.TableCounts;
import io.heddle.simulator.failure.FailureSurvey;
import io.heddle.simulator.failure.FailureSurvey.Scope;
import io.heddle.simulator.failure.Likeness;
import io.heddle.simulator.failure.SingleFailure;
import io.heddle.simulator.stable.StableStateSolver;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The most that each switch holds of each kind of entry, at rest and in single failures. Kind by kind: a switch that holds most routes in one
 * failure and most next hops in another is taken to hold both at once, which is never too little.
 */
final class MostHeld {

    private final Map<Integer, TableCounts> byClass = new HashMap<>();
    private final Map<Integer, Map<TableCounts, Seen>> inFailures = new HashMap<>();
    private final Map<DeviceName, TableCounts> atRest = new HashMap<>();
    private final Fabric fabric;
    private final Likeness likeness;

    /** What a switch held in a failure; it stands for all that look alike. */
    private record Seen(SingleFailure failure, DeviceName device) {}

    /**
     * What a switch holds in one state of the fabric.
     *
     * @param when in words: "at rest", "in the loss of spine-1"
     */
    record Held(String when, TableCounts counts) {}

    private MostHeld(Fabric fabric, Likeness likeness) {
        this.fabric = fabric;
        this.likeness = likeness;
    }

    static MostHeld of(Fabric fabric, Forecast forecast, boolean failures) {
        MostHeld most = new MostHeld(fabric, Likeness.of(fabric, forecast.endpoints()));
        StableStateSolver.solve(fabric, forecast.config(), forecast.endpoints(), Outage.NONE)
                .tables()
                .forEach((device, tables) -> most.atRest.put(device, tables.counts()));
        if (failures) {
            FailureSurvey.run(
                    fabric, forecast.config(), forecast.endpoints(), Scope.REPRESENTATIVE, most::see, (_, _) -> {});
        }
        return most;
    }

    private void see(SingleFailure failure, DeviceName device, TableCounts held) {
        int like = likeness.classOf(device);
        byClass.merge(like, held, TableCounts::max);
        inFailures.computeIfAbsent(like, _ -> new LinkedHashMap<>()).putIfAbsent(held, new Seen(failure, device));
    }

    /** The first state in which a switch overflows; empty if it does only with kinds of entries taken from several. */
    Optional<Held> when(DeviceName device, Predicate<TableCounts> overflows) {
        TableCounts rest = atRest.get(device);
        if (rest != null && overflows.test(rest)) {
            return Optional.of(new Held("at rest", rest));
        }
        return inFailures.getOrDefault(likeness.classOf(device), Map.of()).entrySet().stream()
                .filter(each -> overflows.test(each.getKey()))
                .findFirst()
                .map(each -> new Held(words(each.getValue(), device), each.getKey()));
    }

    private static String words(Seen seen, DeviceName device) {
        return "in the " + seen.failure().text()
                + (seen.device().equals(device) ? "" : ", in which " + seen.device() + " stands for it");
    }

    Map<DeviceName, TableCounts> all() {
        Map<DeviceName, TableCounts> all = new HashMap<>(atRest);
        for (Switch each : fabric.switches()) {
            TableCounts failing = byClass.get(likeness.classOf(each.name()));
            if (failing != null) {
                all.merge(each.name(), failing, TableCounts::max);
            }
        }
        return all;
    }
}
