package io.heddle.test.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import io.heddle.test.fabrics.PlannedFabrics;
import io.heddle.test.fabrics.RandomFabrics;
import io.heddle.test.fabrics.Troubled;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The solver of the stable state and the reference give equal tables. With {@code -Dheddle.long=true} on many more fabrics. */
class StableStateAgreementTest {

    private static final boolean LONG = Boolean.getBoolean("heddle.long");
    private static final int WILD = LONG ? 20_000 : 700;
    private static final int OF_EVERY_DESIGN = LONG ? 1_600 : 40;

    /** Enough to tell a pattern from a single case. */
    private static final int SHOWN = 3;

    static List<String> designs() {
        return PlannedFabrics.designs();
    }

    @Test
    void wildFabricsAgree() {
        List<String> differences = new ArrayList<>();
        for (long seed = 1; seed <= WILD && differences.size() < SHOWN; seed++) {
            String label = "RandomFabrics.of(" + seed + "), ";
            Agreement.firstDifference(RandomFabrics.of(seed)).ifPresent(text -> differences.add(label + text));
        }
        assertThat(differences).as("differences between reference and solver").isEmpty();
    }

    @ParameterizedTest
    @MethodSource("designs")
    void plannedFabricsAgree(String design) {
        List<String> differences = new ArrayList<>();
        for (long seed = 1; seed <= OF_EVERY_DESIGN && differences.size() < SHOWN; seed++) {
            String label = "PlannedFabrics.of(\"" + design + "\", " + seed + "), ";
            Agreement.firstDifference(PlannedFabrics.of(design, seed).orThrow())
                    .ifPresent(text -> differences.add(label + text));
        }
        assertThat(differences).as("differences between reference and solver").isEmpty();
    }

    @Test
    void wildFabricsInTroubleAgree() {
        List<String> differences = new ArrayList<>();
        for (long seed = 1; seed <= WILD / 4 && differences.size() < SHOWN; seed++) {
            String label = "Troubled.of(RandomFabrics.of(" + seed + "), " + seed + "), ";
            Agreement.firstDifference(Troubled.of(RandomFabrics.of(seed), seed))
                    .ifPresent(text -> differences.add(label + text));
        }
        assertThat(differences).as("differences between reference and solver").isEmpty();
    }

    @ParameterizedTest
    @MethodSource("designs")
    void plannedFabricsInTroubleAgree(String design) {
        List<String> differences = new ArrayList<>();
        for (long seed = 1; seed <= OF_EVERY_DESIGN / 4 && differences.size() < SHOWN; seed++) {
            String label = "Troubled.of(PlannedFabrics.of(\"" + design + "\", " + seed + "), " + seed + "), ";
            Agreement.firstDifference(
                            Troubled.of(PlannedFabrics.of(design, seed).orThrow(), seed))
                    .ifPresent(text -> differences.add(label + text));
        }
        assertThat(differences).as("differences between reference and solver").isEmpty();
    }
}
