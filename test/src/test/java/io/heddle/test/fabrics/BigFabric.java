package io.heddle.test.fabrics;

import io.heddle.model.fabric.Attachment;
import io.heddle.model.fabric.Fabric;
import io.heddle.model.fabric.Link;
import io.heddle.model.fabric.Outage;
import io.heddle.model.fabric.ProfileRef;
import io.heddle.model.net.Bandwidth;
import io.heddle.model.net.Prefix;
import io.heddle.topology.design.Designs;
import io.heddle.topology.generate.FabricGenerator;
import io.heddle.topology.generate.PortLists;
import io.heddle.topology.plan.Plan;
import io.heddle.topology.plan.PlanOptions;
import io.heddle.topology.plan.Planner;
import io.heddle.topology.spec.GeneratorSpec;
import io.heddle.topology.spec.IpamSpec;
import io.heddle.topology.spec.NodeGroup;
import io.heddle.topology.spec.PairMode;
import io.heddle.topology.spec.PodSpec;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Racks of two leafs in a three-tier Clos, nodes attached by layer 3 to both, with cables cut at random. */
public final class BigFabric {

    private static final ProfileRef ANY = new ProfileRef("unlimited", "linux", "default");
    private static final Bandwidth FAST = Bandwidth.gigabits(100);
    private static final int NODES_A_RACK = 8;
    private static final int RACKS_A_GROUP = 25;

    private BigFabric() {}

    /**
     * Plans and breaks.
     *
     * @param pods in all, spread evenly over the nodes
     * @param cut the share of cables that are cut, from 0 to 1
     */
    public static FabricCase of(String design, int racks, int pods, double cut, long seed) {
        Fabric fabric =
                new FabricGenerator(PortLists.UNKNOWN).generate(clos(racks)).orThrow();
        IpamSpec ipam = new IpamSpec(Optional.of(Prefix.parse("10.128.0.0/9")), 25, Optional.empty(), 122, 1);
        PodSpec podSpec = new PodSpec(Math.ceilDiv(pods, racks * NODES_A_RACK), List.of());
        Plan plan = Planner.plan(fabric, Designs.of(design), ipam, podSpec, PlanOptions.DEFAULT)
                .orThrow();
        return new FabricCase(plan.fabric(), plan.config(), plan.endpoints(), outage(plan.fabric(), cut, seed));
    }

    private static Outage outage(Fabric fabric, double cut, long seed) {
        Dice dice = new Dice(seed);
        Set<Link> links = new HashSet<>();
        for (Link each : fabric.links()) {
            if (dice.chance(cut)) {
                links.add(each);
            }
        }
        return new Outage(Set.of(), links);
    }

    private static GeneratorSpec.Clos clos(int racks) {
        NodeGroup nodes = new NodeGroup(
                "gpu",
                NODES_A_RACK,
                Attachment.L3,
                8,
                true,
                List.of(new NodeGroup.CardTemplate("nic0", 2, Bandwidth.gigabits(25), false)),
                List.of());
        return new GeneratorSpec.Clos(
                "big",
                racks,
                PairMode.INDEPENDENT,
                ANY,
                FAST,
                Math.max(2, Math.ceilDiv(racks, RACKS_A_GROUP)),
                4,
                Optional.of(ANY),
                1,
                4,
                Optional.of(ANY),
                1,
                0,
                FAST,
                false,
                Optional.empty(),
                0,
                List.of(),
                List.of(nodes),
                List.of(),
                List.of());
    }
}
