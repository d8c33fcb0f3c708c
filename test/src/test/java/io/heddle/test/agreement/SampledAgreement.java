package io.heddle.test.agreement;

import io.heddle.model.fabric.DeviceName;
import io.heddle.model.fabric.VrfName;
import io.heddle.model.net.Prefix;
import io.heddle.model.tables.RouteEntry;
import io.heddle.model.tables.SwitchTables;
import io.heddle.simulator.stable.StableState;
import io.heddle.test.fabrics.FabricCase;
import io.heddle.test.reference.ReferenceSolver;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeSet;

/** Holds a big solved fabric against the reference on a sample: some prefixes, each on some switches. */
final class SampledAgreement {

    private static final int SWITCHES_A_PREFIX = 10;

    private final FabricCase fabric;
    private final StableState found;
    private final SplittableRandom random;
    private int compared;

    SampledAgreement(FabricCase fabric, StableState found, long seed) {
        this.fabric = fabric;
        this.found = found;
        this.random = new SplittableRandom(seed);
    }

    /** How many (switch, prefix) pairs were compared. */
    int compared() {
        return compared;
    }

    /** Draws prefixes from one switch's table after another's, and compares until {@code pairs} are done. */
    Optional<String> firstDifference(int pairs) {
        ReferenceSolver reference =
                ReferenceSolver.of(fabric.fabric(), fabric.config(), fabric.endpoints(), fabric.outage());
        List<DeviceName> switches = new ArrayList<>(new TreeSet<>(found.tables().keySet()));
        while (compared < pairs) {
            Prefix prefix = anyPrefixOf(pick(switches));
            for (int i = 0; i < SWITCHES_A_PREFIX && compared < pairs; i++) {
                DeviceName name = pick(switches);
                compared++;
                Optional<RouteEntry> expected = reference.route(name, prefix);
                Optional<RouteEntry> other = tables(name).route(VrfName.DEFAULT, prefix);
                if (!expected.equals(other)) {
                    return Optional.of(
                            "switch " + name + ": " + prefix + "\n  expected " + expected + "\n  found    " + other);
                }
            }
        }
        return Optional.empty();
    }

    private Prefix anyPrefixOf(DeviceName name) {
        List<Prefix> prefixes = tables(name)
                .routes()
                .filter(each -> each.vrf().equals(VrfName.DEFAULT))
                .map(RouteEntry::prefix)
                .toList();
        return pick(prefixes);
    }

    private SwitchTables tables(DeviceName name) {
        return found.tables(name).orElseThrow();
    }

    private <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }
}
