package io.heddle.test.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.heddle.lab.diff.Fidelity;
import io.heddle.model.config.SwitchConfig;
import io.heddle.model.fabric.DeviceName;
import io.heddle.model.net.IpAddress;
import io.heddle.model.tables.ExplicitTables;
import io.heddle.model.tables.SwitchTables;
import io.heddle.topology.plan.Plan;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * How many tunnels a leaf of R racks has, on real FRR: R − 1 where a rack is one VTEP. 3R − 2 where pairs have an anycast address and one
 * of their own each; the one of these that leads to the leaf's own partner FRR does not make, since the partner's subnets are its own too
 * (exclusion {@code tunnel-of-a-lost-subnet}), and so holds 3R − 3. With {@code -Dheddle.long=true}.
 */
class ClosedFormIT {

    @BeforeAll
    static void labsCanBeBuilt() {
        assumeTrue(Boolean.getBoolean("heddle.long"), "only with -Dheddle.long=true");
        LabBench.assumeThatLabsCanBeBuilt();
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3})
    void pairsWithAddressesOfTheirOwnHaveThreeARackLessTwo(int racks) throws Exception {
        Plan plan = plan("anycast-and-primary", racks);
        try (LabBench bench = LabBench.up(plan.fabric(), plan.config(), plan.endpoints())) {
            assertThat(settled(bench)).isEmpty();
            Map<DeviceName, SwitchTables> computed = bench.lab.computed();
            Map<DeviceName, ExplicitTables> held = bench.lab.held();
            for (SwitchConfig leaf : leafs(plan)) {
                List<IpAddress> tunnels = Objects.requireNonNull(computed.get(leaf.name()))
                        .remoteVteps()
                        .toList();
                assertThat(tunnels).hasSize(3 * racks - 2);

                List<IpAddress> made = new ArrayList<>(tunnels);
                made.remove(own(plan, leaf.mlagPeer().orElseThrow()));
                assertThat(Objects.requireNonNull(held.get(leaf.name())).remoteVteps())
                        .hasSize(3 * racks - 3)
                        .containsExactlyInAnyOrderElementsOf(made);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 4})
    void singleLeafsHaveOneARackLessOne(int racks) throws Exception {
        Plan plan = plan("single-leafs", racks);
        try (LabBench bench = LabBench.up(plan.fabric(), plan.config(), plan.endpoints())) {
            assertThat(settled(bench)).isEmpty();
            Map<DeviceName, ExplicitTables> held = bench.lab.held();
            for (SwitchConfig leaf : leafs(plan)) {
                assertThat(Objects.requireNonNull(held.get(leaf.name())).remoteVteps())
                        .hasSize(racks - 1);
            }
        }
    }

    private static Plan plan(String file, int racks) {
        return LabScenarios.plan(file, "evpn-symmetric", "fabric.generate.racks=" + racks);
    }

    private static List<?> settled(LabBench bench) throws Exception {
        Fidelity fidelity = bench.lab.settle(LabBench.PATIENCE);
        return fidelity.differences();
    }

    private static List<SwitchConfig> leafs(Plan plan) {
        return plan.config().switches().stream()
                .filter(each -> each.vtep().isPresent())
                .toList();
    }

    private static IpAddress own(Plan plan, DeviceName leaf) {
        return plan.config().findSwitch(leaf).orElseThrow().vtep().orElseThrow().primary();
    }
}
