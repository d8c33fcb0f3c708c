package io.heddle.test.lab;

import static org.assertj.core.api.Assertions.assertThat;

import io.heddle.lab.linux.LabException;
import io.heddle.test.fabrics.FabricCase;
import io.heddle.test.fabrics.PlannedFabrics;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Random fabrics of two to eight switches, cables missing, at rest and broken and repaired. With {@code -Dheddle.long=true} many more.
 * Those with IPv6 VTEPs are passed over: FRR 8.4 has none.
 */
class RandomFabricsIT {

    private static final int WANTED = Boolean.getBoolean("heddle.long") ? 1000 : 8;
    private static final int MOST_SWITCHES = Boolean.getBoolean("heddle.long") ? 8 : 6;

    @BeforeAll
    static void labsCanBeBuilt() {
        LabBench.assumeThatLabsCanBeBuilt();
    }

    @Test
    void theSwitchesHoldWhatIsComputed() throws LabException {
        List<String> differences = new ArrayList<>();
        int seen = 0;
        for (long seed = 1; seen < WANTED; seed++) {
            List<String> designs = PlannedFabrics.designs();
            String design = designs.get((int) (seed % designs.size()));
            FabricCase each = PlannedFabrics.asPlanned(design, seed).orThrow();
            if (fits(each)) {
                LabRound round = LabRound.of("PlannedFabrics.asPlanned(\"" + design + "\", " + seed + ")", each);
                System.out.println(round);
                differences.addAll(round.differences());
                seen++;
            }
        }

        assertThat(differences).isEmpty();
    }

    /** What once differed: a pair without peer link, IPv6 legs without gateway, neighbours that age, a leaf cut off from its segment, an address outside its subnet. */
    @ParameterizedTest(name = "{0}, seed {1}")
    @CsvSource({
        "flat-l2, 26",
        "node-blocks, 49",
        "evpn-asymmetric-bridged-pods, 57",
        "evpn-symmetric, 94",
        "evpn-symmetric-bridged-pods, 266"
    })
    void whatOnceDifferedIsTheSame(String design, long seed) throws LabException {
        LabRound round =
                LabRound.of(design, PlannedFabrics.asPlanned(design, seed).orThrow());

        System.out.println(round);
        assertThat(round.differences()).isEmpty();
    }

    private static boolean fits(FabricCase each) {
        int switches = each.fabric().switches().size();
        boolean ipv6Vteps = each.config().switches().stream()
                .flatMap(one -> one.vtep().stream())
                .anyMatch(vtep -> !vtep.primary().isV4());
        return switches >= 2 && switches <= MOST_SWITCHES && !ipv6Vteps;
    }
}
