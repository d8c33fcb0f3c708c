package io.heddle.scenarios.scenario;

import io.heddle.model.fabric.DeviceName;
import io.heddle.model.fabric.Fabric;
import io.heddle.model.fabric.Node;
import io.heddle.topology.catalogue.DeviceCatalogue;
import io.heddle.topology.fault.Outcome;
import io.heddle.topology.generate.FabricGenerator;
import io.heddle.topology.generate.PortLists;
import io.heddle.topology.spec.FabricSpec;
import io.heddle.topology.spec.GeneratorSpec;
import io.heddle.topology.spec.NodeGroup;
import io.heddle.topology.spec.PairMode;
import io.heddle.topology.yaml.Known;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

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

    /** The nodes that may be named where pods are spoken of; any where the fabric cannot be built, which is told elsewhere. */
    static Known<DeviceName> namesOfPodNodes(Optional<FabricSpec> spec, DeviceCatalogue devices) {
        return spec.flatMap(each -> nodes(each, devices))
                .map(nodes -> Known.of(
                        "node that runs pods",
                        nodes.stream()
                                .filter(Node::runsPods)
                                .map(Node::name)
                                .collect(Collectors.toCollection(LinkedHashSet::new))))
                .orElseGet(Known::anything);
    }

    private static Optional<List<Node>> nodes(FabricSpec spec, DeviceCatalogue devices) {
        return switch (spec) {
            case FabricSpec.Written(Fabric fabric) -> Optional.of(fabric.nodes());
            case FabricSpec.Generated(GeneratorSpec generator) ->
                new FabricGenerator(PortLists.of(devices)).generate(generator) instanceof Outcome.Made<Fabric>(var made)
                        ? Optional.of(made.nodes())
                        : Optional.empty();
        };
    }

    /** How the leafs of a rack work together, where it is said. */
    static Optional<PairMode> pairMode(FabricSpec spec) {
        return spec instanceof FabricSpec.Generated(GeneratorSpec.Clos clos)
                ? Optional.of(clos.pairMode())
                : Optional.empty();
    }
}
