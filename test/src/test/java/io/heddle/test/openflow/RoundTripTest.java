package io.heddle.test.openflow;

import static org.assertj.core.api.Assertions.assertThat;

import io.heddle.controller.onos.pipeline.Canonical;
import io.heddle.controller.onos.pipeline.FabricWiring;
import io.heddle.controller.onos.pipeline.RouteRules;
import io.heddle.controller.onos.pipeline.SwitchCompiler;
import io.heddle.controller.onos.pipeline.SwitchProgram;
import io.heddle.controller.onos.pipeline.TablesReader;
import io.heddle.controller.onos.pipeline.Wiring;
import io.heddle.model.config.SwitchConfig;
import io.heddle.model.fabric.DeviceName;
import io.heddle.model.fabric.Link;
import io.heddle.model.fabric.Outage;
import io.heddle.model.fabric.PortRef;
import io.heddle.model.net.Mac;
import io.heddle.model.tables.ExplicitTables;
import io.heddle.model.tables.SwitchTables;
import io.heddle.simulator.stable.StableStateSolver;
import io.heddle.test.fabrics.FabricCase;
import io.heddle.test.fabrics.PlannedFabrics;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.onosproject.net.flow.FlowRule;

/**
 * Tables to rules and back, over random fabrics of every design: nothing is lost, nothing is made up. While something is broken, a static
 * route may lead to a node that is gone; that switch says so, and is left out.
 */
class RoundTripTest {

    private static final int OF_EVERY_DESIGN = Boolean.getBoolean("heddle.long") ? 200 : 4;

    private final Map<DeviceName, RouteRules> rules = new HashMap<>();

    private long entries;

    static List<String> designs() {
        return PlannedFabrics.designs();
    }

    @ParameterizedTest
    @MethodSource("designs")
    void rulesStandForExactlyTheTables(String design) {
        for (long seed = 1; seed <= OF_EVERY_DESIGN; seed++) {
            FabricCase broken = PlannedFabrics.asPlanned(design, seed).orThrow();
            compare(design + " " + seed, broken.under(Outage.NONE), true);
            compare(design + " " + seed + " broken", broken, false);
        }
        assertThat(entries).as("entries compared").isPositive();
    }

    private void compare(String what, FabricCase each, boolean whole) {
        FabricWiring wiring = FabricWiring.of(each.fabric(), each.config(), cards(each));
        Map<DeviceName, SwitchTables> solved = StableStateSolver.solve(
                        each.fabric(), each.config(), each.endpoints(), each.outage())
                .tables();
        for (SwitchConfig config : each.config().switches()) {
            SwitchTables tables = solved.get(config.name());
            if (tables != null) {
                Wiring at = wiring.of(config.name(), FabricWiring.tunnels(tables, Map.of()));
                there(what, config, tables, at, whole);
            }
        }
    }

    /** With what the last compilation of this switch left, of the other outage or fabric, the rules are the same. */
    private void again(String what, SwitchConfig config, SwitchTables tables, Wiring wiring, SwitchProgram program) {
        SwitchProgram after = SwitchCompiler.compile(
                config, tables, wiring, rules.computeIfAbsent(config.name(), _ -> new RouteRules()));
        assertThat(after.flows()).as(what + ": flows again").isEqualTo(program.flows());
        assertThat(after.flows().stream().map(FlowRule::treatment))
                .as(what + ": treatments again")
                .containsExactlyElementsOf(
                        program.flows().stream().map(FlowRule::treatment).toList());
        assertThat(after.flows().stream().map(FlowRule::id))
                .as(what + ": cookies again")
                .containsExactlyElementsOf(
                        program.flows().stream().map(FlowRule::id).toList());
    }

    private void there(String what, SwitchConfig config, SwitchTables tables, Wiring wiring, boolean whole) {
        SwitchProgram program = SwitchCompiler.compile(config, tables, wiring);

        if (!whole && !program.unplaced().isEmpty()) {
            assertThat(program.unplaced()).as(what).allMatch(each -> each.contains("no way to any of [ViaVlan"));
            return;
        }
        again(what, config, tables, wiring, program);
        assertThat(program.unplaced()).as(what).isEmpty();
        assertThat(new HashSet<>(program.flows())).as(what + ": flows").hasSameSizeAs(program.flows());
        ExplicitTables back = TablesReader.read(config, wiring, program.flows(), program.groups());
        assertThat(back).as(what + " " + config.name()).isEqualTo(Canonical.of(config, tables));
        entries += back.routeSet().size()
                + back.macSet().size()
                + back.neighborSet().size();
    }

    /** A MAC for every port of a node or external router. */
    private static Map<PortRef, Mac> cards(FabricCase each) {
        Map<PortRef, Mac> macs = new HashMap<>();
        long next = 0x0A00_0000_0001L;
        for (Link link : each.fabric().links()) {
            macs.put(link.a(), new Mac(next++));
            macs.put(link.b(), new Mac(next++));
        }
        return macs;
    }
}
