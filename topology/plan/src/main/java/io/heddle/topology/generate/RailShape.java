package io.heddle.topology.generate;

import io.heddle.topology.fault.Faults;
import io.heddle.topology.spec.GeneratorSpec.RailOptimised;

/**
 * The numbers of a rail-optimised fabric. A leaf has as many uplinks as it has nodes, a spine as many cables up as down. With cores,
 * the leafs fall into the fewest groups in which a leaf can reach every spine of its group.
 */
record RailShape(int groups, int leafsPerGroup, int spinesPerGroup, int linksPerSpine, int planes, int linksPerCore) {

    private static final RailShape NONE = new RailShape(1, 1, 1, 1, 1, 1);

    static RailShape of(RailOptimised spec, Faults faults) {
        int uplinks = spec.nodesPerUnit();
        if (spec.units() < 1 || spec.rails() < 1 || uplinks < 1 || spec.spines() < 1 || spec.cores() < 0) {
            faults.add(
                    spec.name(),
                    spec.units() + " units of " + uplinks + " nodes, " + spec.rails() + " rails, " + spec.spines()
                            + " spines, " + spec.cores() + " cores",
                    "at least one of each; cores may be 0");
            return NONE;
        }
        if ((long) spec.units() * (uplinks + spec.rails()) + spec.spines() > ClosCheck.MOST_DEVICES) {
            faults.add(
                    "units", Integer.toString(spec.units()), "at most " + ClosCheck.MOST_DEVICES + " devices in all");
            return NONE;
        }
        if (spec.cores() > 0 && spec.core().isEmpty()) {
            faults.add("core", "no device", "the cores' device");
        }
        int leafs = spec.units() * spec.rails();
        int groups = spec.cores() == 0 ? 1 : Math.ceilDiv(spec.spines(), uplinks);
        int spinesPerGroup = divide("spines", spec.spines(), groups, "groups", faults);
        int leafsPerGroup = divide("leafs", leafs, groups, "groups", faults);
        int linksPerSpine = divide("uplinks of a leaf", uplinks, spinesPerGroup, "spines it reaches", faults);
        if (spec.cores() == 0) {
            return new RailShape(groups, leafsPerGroup, spinesPerGroup, linksPerSpine, 1, 0);
        }
        int spineUplinks = leafsPerGroup * linksPerSpine;
        int planes = Math.ceilDiv(spec.cores(), spineUplinks);
        int coresPerPlane = divide("cores", spec.cores(), planes, "planes", faults);
        divide("spines of a group", spinesPerGroup, planes, "planes", faults);
        int linksPerCore = divide("uplinks of a spine", spineUplinks, coresPerPlane, "cores it reaches", faults);
        return new RailShape(groups, leafsPerGroup, spinesPerGroup, linksPerSpine, planes, linksPerCore);
    }

    private static int divide(String what, int count, int by, String parts, Faults faults) {
        if (count % by != 0 || count < by) {
            faults.add(what, count + " over " + by + " " + parts, "a multiple of " + by);
            return 1;
        }
        return count / by;
    }
}
