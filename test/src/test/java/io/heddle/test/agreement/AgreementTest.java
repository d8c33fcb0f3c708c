package io.heddle.test.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import io.heddle.model.fabric.DeviceName;
import io.heddle.model.fabric.Outage;
import io.heddle.model.net.Prefix;
import io.heddle.model.tables.ExplicitTables;
import io.heddle.model.tables.RouteEntry;
import io.heddle.model.tables.SwitchTables;
import io.heddle.simulator.stable.StableState;
import io.heddle.simulator.stable.StableStateSolver;
import io.heddle.test.fabrics.FabricCase;
import io.heddle.test.fabrics.PlannedFabrics;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A solver that errs is found out. */
class AgreementTest {

    private static final FabricCase CASE =
            PlannedFabrics.of("calico-as-per-server", 1).orThrow().under(Outage.NONE);

    private static final DeviceName LEAF = CASE.config().switches().getFirst().name();

    private static StableState solved() {
        return StableStateSolver.solve(CASE.fabric(), CASE.config(), CASE.endpoints(), CASE.outage());
    }

    private static StableState with(DeviceName device, SwitchTables tables) {
        Map<DeviceName, SwitchTables> spoilt = new LinkedHashMap<>(solved().tables());
        spoilt.put(device, tables);
        return new StableState(spoilt, List.of(), 1);
    }

    @Test
    void theRightAnswerAgrees() {
        assertThat(Agreement.firstDifference(CASE, solved())).isEmpty();
    }

    @Test
    void oneRouteLessIsFound() {
        SwitchTables right = solved().tables(LEAF).orElseThrow();
        List<RouteEntry> routes = new ArrayList<>(right.routes().toList());
        routes.removeLast();
        SwitchTables wrong = ExplicitTables.of(
                CASE.config().findSwitch(LEAF).orElseThrow(),
                routes,
                right.neighbors().toList(),
                right.macs().toList(),
                right.floodList().toList());
        assertThat(Agreement.firstDifference(CASE, with(LEAF, wrong))).hasValueSatisfying(text -> assertThat(text)
                .startsWith("switch " + LEAF + ": route\n  expected RouteEntry")
                .endsWith("found    none"));
    }

    @Test
    void theTablesOfAnotherOutageAreFound() {
        FabricCase broken = CASE.under(Outage.of(LEAF));
        assertThat(Agreement.firstDifference(broken, solved()))
                .hasValueSatisfying(text -> assertThat(text).startsWith("living switches"));
    }

    @Test
    void aPrefixThatIsSaidToOscillateIsFound() {
        StableState wrong = new StableState(solved().tables(), List.of(Prefix.parse("10.0.0.0/8")), 1);
        assertThat(Agreement.firstDifference(CASE, wrong))
                .hasValueSatisfying(text -> assertThat(text).startsWith("oscillating prefixes"));
    }
}
