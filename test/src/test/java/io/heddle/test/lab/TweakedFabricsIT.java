package io.heddle.test.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.heddle.lab.linux.LabException;
import io.heddle.model.config.NetworkConfig;
import io.heddle.test.fabrics.FabricCase;
import io.heddle.test.fabrics.PlannedFabrics;
import io.heddle.topology.fault.Outcome;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Random fabrics whose configuration was changed by hand here and there: fewer paths, policies, sessions taken away, aggregates, default
 * routes, an address at several places. With {@code -Dheddle.long=true}; seeds from {@code -Dheddle.lab-seed} on,
 * {@code -Dheddle.lab-tweaked} of them.
 */
class TweakedFabricsIT {

    private static final int WANTED = Integer.getInteger("heddle.lab-tweaked", 20);
    private static final int MOST_SWITCHES = 6;

    @BeforeAll
    static void labsCanBeBuilt() {
        assumeTrue(Boolean.getBoolean("heddle.long"), "only with -Dheddle.long=true");
        LabBench.assumeThatLabsCanBeBuilt();
    }

    @Test
    void theSwitchesHoldWhatIsComputed() throws LabException {
        List<LabRound.Planned> all = new ArrayList<>();
        List<String> designs = PlannedFabrics.designs();
        for (long seed = Long.getLong("heddle.lab-seed", 1); all.size() < WANTED; seed++) {
            long chosen = seed;
            String design = designs.get((int) (seed % designs.size()));
            if (PlannedFabrics.of(design, seed) instanceof Outcome.Made<FabricCase>(FabricCase each)
                    && fits(each)
                    && isChanged(each.config(), design, seed)) {
                all.add(new LabRound.Planned(
                        design + " changed by hand, seed " + seed,
                        () -> PlannedFabrics.of(design, chosen).orThrow()));
            }
        }

        assertThat(LabRound.sideBySide(all))
                .hasSize(WANTED)
                .flatExtracting(LabRound::differences)
                .isEmpty();
    }

    private static boolean isChanged(NetworkConfig config, String design, long seed) {
        return !config.equals(PlannedFabrics.asPlanned(design, seed).orThrow().config());
    }

    private static boolean fits(FabricCase each) {
        int switches = each.fabric().switches().size();
        boolean ipv6Vteps = each.config().switches().stream()
                .flatMap(one -> one.vtep().stream())
                .anyMatch(vtep -> !vtep.primary().isV4());
        return switches >= 2 && switches <= MOST_SWITCHES && !ipv6Vteps;
    }
}
