package io.heddle.test.lab;

import static org.assertj.core.api.Assertions.assertThat;

import io.heddle.lab.linux.LabException;
import io.heddle.test.fabrics.FabricCase;
import io.heddle.test.fabrics.PlannedFabrics;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Random fabrics of two to eight switches, cables missing, at rest and broken and repaired. With {@code -Dheddle.long=true} many more, of
 * seeds from {@code -Dheddle.lab-seed} on. Those with IPv6 VTEPs are passed over: FRR 8.4 has none.
 */
class RandomFabricsIT {

    private static final long FIRST = Long.getLong("heddle.lab-seed", 1);
    private static final int WANTED =
            Boolean.getBoolean("heddle.long") ? Integer.getInteger("heddle.lab-fabrics", 1000) : 8;
    private static final int MOST_SWITCHES = Boolean.getBoolean("heddle.long") ? 8 : 6;

    @BeforeAll
    static void labsCanBeBuilt() {
        LabBench.assumeThatLabsCanBeBuilt();
    }

    /** After what once differed: a pair without peer link, IPv6 legs without gateway, neighbours that age, a leaf cut off from its segment, an address outside its subnet. */
    @Test
    void theSwitchesHoldWhatIsComputed() throws LabException {
        List<LabRound.Planned> all = new ArrayList<>(List.of(
                planned("flat-l2", 26),
                planned("node-blocks", 49),
                planned("evpn-asymmetric-bridged-pods", 57),
                planned("evpn-symmetric", 94),
                planned("evpn-symmetric-bridged-pods", 266)));
        int wanted = all.size() + WANTED;
        List<String> designs = PlannedFabrics.designs();
        for (long seed = FIRST; all.size() < wanted; seed++) {
            String design = designs.get((int) (seed % designs.size()));
            if (fits(PlannedFabrics.asPlanned(design, seed).orThrow())) {
                all.add(planned(design, seed));
            }
        }

        assertThat(LabRound.sideBySide(all))
                .hasSize(wanted)
                .flatExtracting(LabRound::differences)
                .isEmpty();
    }

    private static LabRound.Planned planned(String design, long seed) {
        return new LabRound.Planned(design + ", seed " + seed, () -> PlannedFabrics.asPlanned(design, seed)
                .orThrow());
    }

    private static boolean fits(FabricCase each) {
        int switches = each.fabric().switches().size();
        boolean ipv6Vteps = each.config().switches().stream()
                .flatMap(one -> one.vtep().stream())
                .anyMatch(vtep -> !vtep.primary().isV4());
        return switches >= 2 && switches <= MOST_SWITCHES && !ipv6Vteps;
    }
}
