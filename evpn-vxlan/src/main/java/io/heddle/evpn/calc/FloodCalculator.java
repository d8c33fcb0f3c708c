package io.heddle.evpn.calc;

import io.heddle.model.tables.FloodEntry;
import java.util.List;

/** Head-end replication lists from type 3 routes. */
final class FloodCalculator {

    private FloodCalculator() {}

    static Spread spread(MacVrf vrf, Vtep vtep) {
        SwitchSet at = vrf.importers.and(vtep.usable);
        return at.isEmpty() || !vrf.flood.containsKey(vtep)
                ? Spread.EMPTY
                : new Spread(List.of(new Spread.Share(at, outcome(vrf, vtep))));
    }

    private static Outcome outcome(MacVrf vrf, Vtep vtep) {
        return new Outcome(new TableEntry.Flood(new FloodEntry(vrf.vni(), vtep.address)), List.of(vtep.address));
    }
}
