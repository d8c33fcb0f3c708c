package io.heddle.test.fabrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.heddle.model.fabric.VrfName;
import io.heddle.model.tables.ExplicitTables;
import io.heddle.model.tables.FdbEntry;
import io.heddle.model.tables.RouteSource;
import io.heddle.test.reference.ReferenceSolver;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class RandomFabricsTest {

    @Test
    void aSeedGivesOneCase() {
        for (long seed = 1; seed <= 20; seed++) {
            FabricCase one = RandomFabrics.of(seed);
            FabricCase other = RandomFabrics.of(seed);
            assertThat(one.fabric().links()).isEqualTo(other.fabric().links());
            assertThat(one.config().switches()).isEqualTo(other.config().switches());
            assertThat(one.config().nodes()).isEqualTo(other.config().nodes());
            assertThat(one.outage()).isEqualTo(other.outage());
        }
    }

    /** What no case has is compared in vain. */
    @Test
    void everyKindOfEntryOccurs() {
        Set<String> seen = new TreeSet<>();
        for (long seed = 1; seed <= 150; seed++) {
            FabricCase each = RandomFabrics.of(seed);
            ReferenceSolver.solve(each.fabric(), each.config(), each.endpoints(), each.outage())
                    .values()
                    .forEach(tables -> note(tables, seen));
        }
        for (RouteSource source : RouteSource.values()) {
            assertThat(seen).contains(source.name());
        }
        assertThat(seen)
                .contains(
                        "ECMP over ports",
                        "ECMP over VTEPs",
                        "tenant subnet",
                        "host behind a port",
                        "host behind a VTEP",
                        "host behind two VTEPs",
                        "local neighbour",
                        "remote neighbour",
                        "flood list");
    }

    private static void note(ExplicitTables tables, Set<String> seen) {
        tables.routes().forEach(route -> {
            seen.add(route.source().name());
            if (route.nextHops().size() > 1) {
                seen.add(route.source() == RouteSource.EVPN ? "ECMP over VTEPs" : "ECMP over ports");
            }
            if (route.source() == RouteSource.CONNECTED && !route.vrf().equals(VrfName.DEFAULT)) {
                seen.add("tenant subnet");
            }
        });
        tables.macs()
                .forEach(mac -> seen.add(
                        switch (mac.target()) {
                            case FdbEntry.Target.Port _ -> "host behind a port";
                            case FdbEntry.Target.Vteps(var vteps) ->
                                vteps.size() > 1 ? "host behind two VTEPs" : "host behind a VTEP";
                        }));
        tables.neighbors().forEach(each -> seen.add(each.vtep().isPresent() ? "remote neighbour" : "local neighbour"));
        if (!tables.floodSet().isEmpty()) {
            seen.add("flood list");
        }
    }
}
