package io.heddle.test.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import io.heddle.model.config.Origination;
import io.heddle.model.fabric.DeviceName;
import io.heddle.model.tables.SwitchTables;
import io.heddle.simulator.stable.StableStateSolver;
import io.heddle.test.fabrics.FabricCase;
import io.heddle.test.fabrics.Sketch;
import io.heddle.test.reference.ReferenceSolver;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Leafs and spines of eBGP, one AS a leaf, numbered links, P host routes a leaf. With L leafs and S spines a leaf's table has
 * L·P + L + 2·S prefixes and (L−1)·P·S + P + (L−1)·S + 2·S + 1 next hops: remote pods, own pods, remote loopbacks, spines'
 * loopbacks and links, the own loopback.
 */
class ClosedFormTest {

    private static FabricCase clos(int leafs, int spines, int hosts) {
        Sketch sketch = new Sketch();
        for (int s = 1; s <= spines; s++) {
            sketch.device("s" + s).bgp(65000, "10.0.1." + s).bgp().network("10.0.1." + s + "/32");
        }
        for (int l = 1; l <= leafs; l++) {
            String leaf = "l" + l;
            sketch.device(leaf)
                    .bgp(65100 + l, "10.0.0." + l)
                    .bgp()
                    .network("10.0.0." + l + "/32")
                    .originate(new Origination.Static());
            for (int s = 1; s <= spines; s++) {
                String link = "10.2." + l + "." + 2 * s;
                String far = "10.2." + l + "." + (2 * s + 1);
                sketch.peerOver(sketch.routed(leaf, "s" + s, List.of(link + "/31"), List.of(far + "/31")));
            }
            sketch.node("n" + l);
            sketch.routed(leaf, "n" + l);
            for (int p = 1; p <= hosts; p++) {
                sketch.device(leaf).staticRoute("10.9." + l + "." + p + "/32", "n" + l);
            }
        }
        return sketch.build();
    }

    @ParameterizedTest
    @CsvSource({"2, 1, 1", "3, 2, 4", "6, 4, 10", "12, 3, 30"})
    void aLeafHoldsWhatTheFormulaSays(int leafs, int spines, int hosts) {
        FabricCase each = clos(leafs, spines, hosts);
        ReferenceSolver reference = ReferenceSolver.of(each.fabric(), each.config(), each.endpoints(), each.outage());
        var solved = StableStateSolver.solve(each.fabric(), each.config(), each.endpoints(), each.outage());
        for (int l = 1; l <= leafs; l++) {
            DeviceName leaf = DeviceName.of("l" + l);
            assertHolds(reference.tables(leaf), leafs, spines, hosts);
            assertHolds(solved.tables(leaf).orElseThrow(), leafs, spines, hosts);
        }
    }

    private static void assertHolds(SwitchTables leaf, long leafs, long spines, long hosts) {
        assertThat(leaf.routes()).hasSize((int) (leafs * hosts + leafs + 2 * spines));
        assertThat(leaf.routes().mapToLong(each -> each.nextHops().size()).sum())
                .isEqualTo((leafs - 1) * hosts * spines + hosts + (leafs - 1) * spines + 2 * spines + 1);
    }
}
