package io.heddle.test.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import io.heddle.test.fabrics.RandomFabrics;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The solver of the stable state and the reference give equal tables. With {@code -Dheddle.long=true} on many more fabrics. */
class StableStateAgreementTest {

    private static final boolean LONG = Boolean.getBoolean("heddle.long");

    /** Enough to tell a pattern from a single case. */
    private static final int SHOWN = 3;

    @Test
    void wildFabricsAgree() {
        int seeds = LONG ? 20_000 : 500;
        List<String> differences = new ArrayList<>();
        for (long seed = 1; seed <= seeds && differences.size() < SHOWN; seed++) {
            String label = "RandomFabrics.of(" + seed + "), ";
            Agreement.firstDifference(RandomFabrics.of(seed)).ifPresent(text -> differences.add(label + text));
        }
        assertThat(differences).as("differences between reference and solver").isEmpty();
    }
}
