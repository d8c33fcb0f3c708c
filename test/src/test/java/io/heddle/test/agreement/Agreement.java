package io.heddle.test.agreement;

import io.heddle.model.fabric.DeviceName;
import io.heddle.model.net.Prefix;
import io.heddle.model.tables.ExplicitTables;
import io.heddle.model.tables.SwitchTables;
import io.heddle.simulator.stable.StableState;
import io.heddle.simulator.stable.StableStateSolver;
import io.heddle.test.fabrics.FabricCase;
import io.heddle.test.reference.ReferenceSolver;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;

/** Holds the solver's answer for one case against the reference's. */
final class Agreement {

    private Agreement() {}

    /** The first difference, if there is one. */
    static Optional<String> firstDifference(FabricCase each) {
        return firstDifference(
                each, StableStateSolver.solve(each.fabric(), each.config(), each.endpoints(), each.outage()));
    }

    static Optional<String> firstDifference(FabricCase each, StableState found) {
        ReferenceSolver reference = ReferenceSolver.of(each.fabric(), each.config(), each.endpoints(), each.outage());
        NavigableSet<Prefix> restless = new TreeSet<>(found.oscillating());
        if (!restless.equals(reference.oscillatingPrefixes())) {
            return Optional.of(
                    "oscillating prefixes\n  expected " + reference.oscillatingPrefixes() + "\n  found    " + restless);
        }
        Map<DeviceName, ExplicitTables> expected = reference.tables();
        if (!expected.keySet().equals(found.tables().keySet())) {
            return Optional.of("living switches\n  expected " + expected.keySet() + "\n  found    "
                    + found.tables().keySet());
        }
        for (Map.Entry<DeviceName, ExplicitTables> one : expected.entrySet()) {
            SwitchTables other = found.tables(one.getKey()).orElseThrow();
            Optional<String> difference = TablesDifference.first(one.getValue(), ExplicitTables.copyOf(other))
                    .or(() -> Lookups.firstWrong(other));
            if (difference.isPresent()) {
                return difference.map(text -> "switch " + one.getKey() + ": " + text);
            }
        }
        return Optional.empty();
    }
}
