package io.heddle.test.failure;

import static org.assertj.core.api.Assertions.assertThat;

import io.heddle.model.fabric.DeviceName;
import io.heddle.model.tables.TableCounts;
import io.heddle.simulator.failure.FailureSurvey;
import io.heddle.simulator.failure.FailureSurvey.Scope;
import io.heddle.simulator.failure.Likeness;
import io.heddle.test.fabrics.GeneratedFabrics;
import io.heddle.topology.design.Designs;
import io.heddle.topology.plan.Plan;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** One failure of each kind finds, for each switch of a class, the worst counts that all failures find for it. */
class RepresentativeFailuresTest {

    static List<String> designs() {
        // Pods on a VLAN of their own want other networks; for failures they are as evpn and flat.
        return Designs.names().stream()
                .filter(each -> !each.endsWith("bridged-pods"))
                .toList();
    }

    private static void run(Plan plan, Scope scope, FailureSurvey.Observer observer) {
        FailureSurvey.run(plan.fabric(), plan.config(), plan.endpoints(), scope, observer, (_, _) -> {});
    }

    @ParameterizedTest
    @MethodSource("designs")
    void theyAreAsBadAsAllForEverySwitch(String design) {
        Plan plan = GeneratedFabrics.of(design);
        Likeness likeness = Likeness.of(plan.fabric(), plan.endpoints());
        Map<Integer, TableCounts> ofClass = new TreeMap<>();
        Map<DeviceName, TableCounts> ofSwitch = new TreeMap<>();
        run(
                plan,
                Scope.REPRESENTATIVE,
                (_, device, held) -> ofClass.merge(likeness.classOf(device), held, TableCounts::max));
        run(plan, Scope.ALL, (_, device, held) -> ofSwitch.merge(device, held, TableCounts::max));

        assertThat(ofSwitch).hasSameSizeAs(plan.fabric().switches()).allSatisfy((device, worst) -> assertThat(worst)
                .isEqualTo(ofClass.get(likeness.classOf(device))));
    }
}
