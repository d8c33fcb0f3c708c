package io.heddle.topology.plan;

import io.heddle.model.config.SwitchConfig;
import io.heddle.model.fabric.Fabric;
import io.heddle.model.fabric.NetworkName;
import io.heddle.topology.Specs;
import io.heddle.topology.design.Design;
import io.heddle.topology.design.Designs;
import io.heddle.topology.fault.Outcome;
import io.heddle.topology.generate.FabricGenerator;
import io.heddle.topology.generate.PortLists;
import io.heddle.topology.spec.PodSpec;
import java.util.List;

/** Plans that tests look into: a /26 for each node, ten pods on it. */
final class Plans {

    private Plans() {}

    /** A design on three racks of four nodes that suit it. */
    static Plan of(String design) {
        return of(suiting(design), design);
    }

    static Specs suiting(String design) {
        if (design.endsWith("bridged-pods")) {
            NetworkName pods = NetworkName.of("pods");
            return Specs.BRIDGED
                    .networks(
                            Specs.network("internal", 100, "10.10.0.0/16"), Specs.network("pods", 200, "10.128.0.0/9"))
                    .nodes(Specs.bondedNodes(4, Specs.INTERNAL, pods));
        }
        if (design.startsWith("flat")) {
            return Specs.BRIDGED.spinePair();
        }
        return design.startsWith("evpn") ? Specs.BRIDGED : Specs.ROUTED;
    }

    static Plan of(Specs specs, String design) {
        return tryOf(specs, Designs.of(design), PlanOptions.DEFAULT).orThrow();
    }

    static Outcome<Plan> tryOf(Specs specs, Design design, PlanOptions options) {
        return tryOf(specs, design, options, 10);
    }

    static Outcome<Plan> tryOf(Specs specs, Design design, PlanOptions options, int podsPerNode) {
        Fabric fabric =
                new FabricGenerator(PortLists.UNKNOWN).generate(specs.clos()).orThrow();
        return Planner.plan(fabric, design, Specs.blocks(26), new PodSpec(podsPerNode, List.of()), options);
    }

    static SwitchConfig at(Plan plan, String name) {
        return plan.config()
                .findSwitch(io.heddle.model.fabric.DeviceName.of(name))
                .orElseThrow();
    }
}
