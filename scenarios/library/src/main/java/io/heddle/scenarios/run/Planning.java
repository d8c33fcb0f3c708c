package io.heddle.scenarios.run;

import io.heddle.model.fabric.Fabric;
import io.heddle.scenarios.scenario.ScenarioCase;
import io.heddle.topology.design.Design;
import io.heddle.topology.fault.Faults;
import io.heddle.topology.fault.Outcome;
import io.heddle.topology.plan.Plan;
import io.heddle.topology.plan.Planner;
import io.heddle.topology.spec.PodSpec;

/** The plan of a case, refused where it asks for what cannot all hold: nothing is computed or written from half of it. */
public final class Planning {

    private Planning() {}

    /** The plan, or everything that keeps it from being made or from working. */
    public static Outcome<Plan> plan(ScenarioCase given, Fabric fabric, Design design) {
        return plan(given, fabric, design, given.pods());
    }

    /** The same with other pods. */
    static Outcome<Plan> plan(ScenarioCase given, Fabric fabric, Design design, PodSpec pods) {
        return Planner.plan(fabric, design, given.ipam(), pods, given.options()).then(plan -> {
            Faults faults = new Faults();
            PlanConflicts.check(plan, pods.listed(), faults);
            return faults.isEmpty() ? Outcome.made(plan) : Outcome.refused(faults);
        });
    }
}
