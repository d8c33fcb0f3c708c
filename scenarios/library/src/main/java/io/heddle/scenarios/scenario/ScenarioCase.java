package io.heddle.scenarios.scenario;

import io.heddle.scenarios.expect.Expectation;
import io.heddle.scenarios.script.Script;
import io.heddle.simulator.event.NamedPace;
import io.heddle.topology.catalogue.DeviceCatalogue;
import io.heddle.topology.design.Design;
import io.heddle.topology.plan.PlanOptions;
import io.heddle.topology.spec.FabricSpec;
import io.heddle.topology.spec.IpamSpec;
import io.heddle.topology.spec.PodSpec;
import java.util.List;
import java.util.Optional;

/**
 * One fabric with all that is asked about it.
 *
 * @param name the scenario's own where it has one case only
 * @param why what this case shows besides; may be empty
 * @param changes what it sets, {@code path: value}, in words for reports
 * @param design absent where only the cables are looked at
 * @param devices the catalogue with the scenario's own devices and limits
 * @param controllers how many take part in drills; 0 for none
 * @param pace how quick its devices are in drills
 * @param drills what is to happen to it, run by {@code heddle drill}
 */
public record ScenarioCase(
        String name,
        String why,
        List<String> changes,
        FabricSpec fabric,
        Optional<Design> design,
        IpamSpec ipam,
        PodSpec pods,
        PlanOptions options,
        DeviceCatalogue devices,
        Failures failures,
        Optional<CapacityQuestion> capacity,
        List<Expectation> expectations,
        int controllers,
        NamedPace pace,
        List<Script> drills) {

    public ScenarioCase {
        changes = List.copyOf(changes);
        expectations = List.copyOf(expectations);
        drills = List.copyOf(drills);
    }

    /** The same fabric with other questions and no expectations. */
    public ScenarioCase withOnly(Failures otherFailures, Optional<CapacityQuestion> question) {
        return new ScenarioCase(
                name,
                why,
                changes,
                fabric,
                design,
                ipam,
                pods,
                options,
                devices,
                otherFailures,
                question,
                List.of(),
                controllers,
                pace,
                drills);
    }

    /** The same without the question how far it grows, and without what is expected of the answer. */
    public ScenarioCase withoutCapacity() {
        return new ScenarioCase(
                name,
                why,
                changes,
                fabric,
                design,
                ipam,
                pods,
                options,
                devices,
                failures,
                Optional.empty(),
                expectations.stream()
                        .filter(each -> !(each instanceof Expectation.Capacity))
                        .toList(),
                controllers,
                pace,
                drills);
    }
}
