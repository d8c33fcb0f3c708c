package io.heddle.test.failure;

import static org.assertj.core.api.Assertions.assertThat;

import io.heddle.model.tables.TableCounts;
import io.heddle.simulator.failure.FailureSurvey;
import io.heddle.simulator.failure.FailureSurvey.Scope;
import io.heddle.simulator.failure.Likeness;
import io.heddle.topology.design.Designs;
import io.heddle.topology.plan.Plan;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** One failure of each kind finds, for each class of alike switches, the worst counts that all failures find. */
class RepresentativeFailuresTest {

    static List<String> designs() {
        // Pods on a VLAN of their own want other networks; for failures they are as evpn and flat.
        return Designs.names().stream()
                .filter(each -> !each.endsWith("bridged-pods"))
                .toList();
    }

    private static Map<Integer, TableCounts> worst(Plan plan, Scope scope) {
        Likeness likeness = Likeness.of(plan.fabric(), plan.endpoints());
        Map<Integer, TableCounts> worst = new TreeMap<>();
        FailureSurvey.run(
                plan.fabric(),
                plan.config(),
                plan.endpoints(),
                scope,
                (_, device, held) -> worst.merge(likeness.classOf(device), held, TableCounts::max),
                (_, _) -> {});
        return worst;
    }

    @ParameterizedTest
    @MethodSource("designs")
    void theyAreAsBadAsAll(String design) {
        Plan plan = GeneratedFabrics.of(design);

        assertThat(worst(plan, Scope.REPRESENTATIVE)).isEqualTo(worst(plan, Scope.ALL));
    }
}
