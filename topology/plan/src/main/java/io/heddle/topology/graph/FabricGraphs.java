package io.heddle.topology.graph;

import io.heddle.model.fabric.DeviceName;
import io.heddle.model.fabric.ExternalExit;
import io.heddle.model.fabric.Fabric;
import io.heddle.model.fabric.Node;
import io.heddle.model.fabric.Switch;
import io.heddle.model.fabric.SwitchRole;
import java.util.List;
import java.util.stream.Stream;

/** The plain graphs of a fabric. */
public final class FabricGraphs {

    private FabricGraphs() {}

    /** Every device and every cable. */
    public static CableGraph physical(Fabric fabric) {
        List<DeviceName> all = Stream.of(
                        fabric.switches().stream().map(Switch::name),
                        fabric.nodes().stream().map(Node::name),
                        fabric.exits().stream().map(ExternalExit::router))
                .flatMap(each -> each)
                .toList();
        return CableGraph.of(all, fabric.links());
    }

    /** The switches that carry traffic, and the cables between them. */
    public static CableGraph inBand(Fabric fabric) {
        return switches(fabric, false);
    }

    /** The out-of-band switches, and the cables between them. */
    public static CableGraph outOfBand(Fabric fabric) {
        return switches(fabric, true);
    }

    private static CableGraph switches(Fabric fabric, boolean outOfBand) {
        return CableGraph.of(
                fabric.switches().stream()
                        .filter(each -> (each.role() == SwitchRole.OUT_OF_BAND) == outOfBand)
                        .map(Switch::name)
                        .toList(),
                fabric.links());
    }
}
