package io.heddle.scenarios.scenario;

import io.heddle.topology.spec.FabricSpec;
import io.heddle.topology.spec.GeneratorSpec;
import io.heddle.topology.spec.NodeGroup;
import io.heddle.topology.spec.PairMode;
import java.util.Optional;

/** What other sections need to know of the fabric. */
final class FabricSection {

    private FabricSection() {}

    /** Nodes that run pods. */
    static long podNodes(FabricSpec spec) {
        return switch (spec) {
            case FabricSpec.Written written ->
                written.fabric().nodes().stream()
                        .filter(each -> each.runsPods())
                        .count();
            case FabricSpec.Generated(GeneratorSpec.Clos clos) ->
                (long) clos.racks()
                        * clos.nodes().stream()
                                .filter(NodeGroup::runsPods)
                                .mapToInt(NodeGroup::count)
                                .sum();
            case FabricSpec.Generated(GeneratorSpec.RailOptimised rails) -> (long) rails.units() * rails.nodesPerUnit();
        };
    }

    /** How the leafs of a rack work together, where it is said. */
    static Optional<PairMode> pairMode(FabricSpec spec) {
        return spec instanceof FabricSpec.Generated(GeneratorSpec.Clos clos)
                ? Optional.of(clos.pairMode())
                : Optional.empty();
    }
}
