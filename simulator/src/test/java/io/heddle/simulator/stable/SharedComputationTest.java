package io.heddle.simulator.stable;

import static org.assertj.core.api.Assertions.assertThat;

import io.heddle.model.config.NetworkConfig;
import io.heddle.model.fabric.DeviceName;
import io.heddle.model.fabric.Outage;
import io.heddle.model.tables.ExplicitTables;
import io.heddle.model.tables.FdbEntry;
import io.heddle.model.tables.RouteEntry;
import io.heddle.model.tables.SwitchTables;
import io.heddle.simulator.SmallClos;
import io.heddle.simulator.failure.SingleFailure;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is shared between prefixes and between switches is shared for speed and shows in no table. */
class SharedComputationTest {

    private static final SmallClos CLOS = SmallClos.of(4, 3).withBlocks(3);

    private static Map<DeviceName, ExplicitTables> listed(StableState state) {
        Map<DeviceName, ExplicitTables> all = new LinkedHashMap<>();
        state.tables().forEach((device, tables) -> all.put(device, ExplicitTables.copyOf(tables)));
        return all;
    }

    /** Routers whose peer groups differ are no {@link Twins}: each computes for itself. */
    @Test
    void twinsHoldWhatTheyWouldHoldEachAloneInEverySingleFailure() {
        for (SingleFailure each : SingleFailure.of(CLOS.fabric())) {
            assertThat(listed(CLOS.solve(each.outage())))
                    .as(each.text())
                    .isEqualTo(listed(CLOS.withOwnGroups().solve(each.outage())));
        }
    }

    @Test
    void aCutCableIsTheSameAsOneThatWasNeverThere() {
        assertThat(listed(CLOS.solve(Outage.of(SmallClos.cable("l2", "s3")))))
                .isEqualTo(listed(CLOS.withoutCable("l2", "s3").solve(Outage.NONE)));
    }

    @Test
    void prefixesOfOneOriginatorShareOneFixedPoint() {
        int few = CLOS.withBlocks(2).solve(Outage.NONE).routeClasses();

        assertThat(CLOS.withBlocks(60).solve(Outage.NONE).routeClasses()).isEqualTo(few);
    }

    @Test
    void countsEqualTheEntriesCountedOneByOneInEverySingleFailure() {
        NetworkConfig config = CLOS.config();
        for (SingleFailure each : SingleFailure.of(CLOS.fabric())) {
            for (SwitchTables tables : CLOS.solve(each.outage()).tables().values()) {
                ExplicitTables counted = ExplicitTables.of(
                        config.findSwitch(tables.device()).orElseThrow(),
                        tables.routes().toList(),
                        tables.neighbors().toList(),
                        tables.macs().toList(),
                        tables.floodList().toList());
                assertThat(tables.counts())
                        .as("%s after %s", tables.device(), each.text())
                        .isEqualTo(counted.counts());
            }
        }
    }

    @Test
    void everyEntryIsListedOnceAndFoundByLookingItUp() {
        for (SwitchTables tables : CLOS.solve(Outage.NONE).tables().values()) {
            List<RouteEntry> routes = tables.routes().toList();
            List<FdbEntry> macs = tables.macs().toList();

            assertThat(routes).doesNotHaveDuplicates();
            assertThat(routes).allSatisfy(each -> assertThat(tables.route(each.vrf(), each.prefix()))
                    .hasValue(each));
            assertThat(macs).doesNotHaveDuplicates();
            assertThat(macs).allSatisfy(each -> assertThat(tables.mac(each.vlan(), each.mac()))
                    .hasValue(each));
        }
    }
}
