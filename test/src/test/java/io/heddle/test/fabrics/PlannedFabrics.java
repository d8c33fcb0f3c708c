package io.heddle.test.fabrics;

import io.heddle.model.fabric.Fabric;
import io.heddle.topology.design.Designs;
import io.heddle.topology.fault.Outcome;
import io.heddle.topology.generate.FabricGenerator;
import io.heddle.topology.generate.PortLists;
import io.heddle.topology.plan.Plan;
import io.heddle.topology.plan.Planner;
import java.util.List;

/**
 * Random fabrics as the planner makes them: every design that comes along, generated in random sizes, some cables never plugged, pods
 * placed and borrowed at random, half of the configurations changed here and there by hand, something broken. The same design and seed give the same outcome.
 */
public final class PlannedFabrics {

    private PlannedFabrics() {}

    public static List<String> designs() {
        return Designs.names();
    }

    /** The case, or why the planner refuses what was drawn. */
    public static Outcome<FabricCase> of(String design, long seed) {
        // Designs of one family would else all get the same shapes.
        Dice dice = new Dice(seed + 1_000_000L * designs().indexOf(design));
        RandomSpec spec = new RandomSpec(dice, design);
        return new FabricGenerator(PortLists.UNKNOWN)
                .generate(spec.clos())
                .then(fabric -> plan(MissingCables.from(fabric, dice), design, spec))
                .then(plan -> Outcome.made(new FabricCase(
                        plan.fabric(),
                        Tweaks.of(plan.config(), dice),
                        plan.endpoints(),
                        RandomOutage.of(plan.fabric(), dice))));
    }

    /** The same without changes by hand. */
    public static Outcome<FabricCase> asPlanned(String design, long seed) {
        Dice dice = new Dice(seed + 1_000_000L * designs().indexOf(design));
        RandomSpec spec = new RandomSpec(dice, design);
        return new FabricGenerator(PortLists.UNKNOWN)
                .generate(spec.clos())
                .then(fabric -> plan(MissingCables.from(fabric, dice), design, spec))
                .then(plan -> Outcome.made(new FabricCase(
                        plan.fabric(), plan.config(), plan.endpoints(), RandomOutage.of(plan.fabric(), dice))));
    }

    private static Outcome<Plan> plan(Fabric fabric, String design, RandomSpec spec) {
        return Planner.plan(fabric, Designs.of(design), spec.ipam(), spec.pods(fabric), spec.options());
    }
}
