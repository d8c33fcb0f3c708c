package io.heddle.simulator.failure;

import static org.assertj.core.api.Assertions.assertThat;

import io.heddle.model.endpoint.Endpoints;
import io.heddle.model.fabric.DeviceName;
import io.heddle.model.tables.TableCounts;
import io.heddle.simulator.SmallClos;
import io.heddle.simulator.failure.FailureSurvey.Coverage;
import io.heddle.simulator.failure.FailureSurvey.Scope;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FailureSurveyTest {

    private static Coverage run(SmallClos clos, Scope scope, FailureSurvey.Observer observer) {
        return FailureSurvey.run(clos.fabric(), clos.config(), Endpoints.NONE, scope, observer, (_, _) -> {});
    }

    static List<SmallClos> fabrics() {
        SmallClos clos = SmallClos.of(4, 2).withBlocks(2);
        return List.of(clos, SmallClos.of(3, 3), clos.withoutCable("l2", "s1"));
    }

    @ParameterizedTest
    @MethodSource("fabrics")
    void whatRepresentativesDoToAClassIsTheWorstOfAllFailuresForEachOfItsSwitches(SmallClos clos) {
        Map<Integer, TableCounts> ofClass = new TreeMap<>();
        Map<DeviceName, TableCounts> ofSwitch = new TreeMap<>();
        Likeness likeness = Likeness.of(clos.fabric(), Endpoints.NONE);
        run(
                clos,
                Scope.REPRESENTATIVE,
                (_, device, held) -> ofClass.merge(likeness.classOf(device), held, TableCounts::max));
        run(clos, Scope.ALL, (_, device, held) -> ofSwitch.merge(device, held, TableCounts::max));

        assertThat(ofSwitch).hasSize(clos.leafs() + clos.spines()).allSatisfy((device, worst) -> assertThat(worst)
                .isEqualTo(ofClass.get(likeness.classOf(device))));
    }

    @Test
    void everyLivingSwitchIsObservedInEveryFailureAndTheLostOneIsNot() {
        SmallClos clos = SmallClos.of(2, 2);
        List<String> seen = new ArrayList<>();
        Coverage coverage = run(clos, Scope.ALL, (failure, device, _) -> seen.add(device + " in " + failure.text()));

        assertThat(coverage.computed()).isEqualTo(coverage.total()).isEqualTo(4 + 2 + 10);
        // Four switches in each failure but those of a switch, which leave three.
        assertThat(seen).hasSize(16 * 4 - 4).doesNotHaveDuplicates();
        assertThat(seen).contains("l2 in loss of l1").doesNotContain("l1 in loss of l1");
    }

    @Test
    void whatIsSeenStandsForAlikeSwitchesUnlessAllWereComputed() {
        SmallClos clos = SmallClos.of(2, 2);
        DeviceName l1 = DeviceName.of("l1");
        DeviceName l2 = DeviceName.of("l2");
        Coverage some = run(clos, Scope.REPRESENTATIVE, (_, _, _) -> {});

        assertThat(some.computed()).isEqualTo(6);
        assertThat(some.total()).isEqualTo(16);
        assertThat(some.standsFor(l1, l2)).isTrue();
        assertThat(some.standsFor(l1, DeviceName.of("s1"))).isFalse();
        assertThat(run(clos, Scope.ALL, (_, _, _) -> {}).standsFor(l1, l2)).isFalse();
    }
}
