package io.heddle.test.fabrics;

import io.heddle.model.fabric.Attachment;
import io.heddle.model.fabric.Fabric;
import io.heddle.model.fabric.Lacp;
import io.heddle.model.fabric.Network;
import io.heddle.model.fabric.NetworkName;
import io.heddle.model.fabric.ProfileRef;
import io.heddle.model.fabric.VrfName;
import io.heddle.model.net.Bandwidth;
import io.heddle.model.net.Prefix;
import io.heddle.model.net.VlanId;
import io.heddle.topology.design.Designs;
import io.heddle.topology.generate.FabricGenerator;
import io.heddle.topology.generate.PortLists;
import io.heddle.topology.plan.Plan;
import io.heddle.topology.plan.PlanOptions;
import io.heddle.topology.plan.Planner;
import io.heddle.topology.spec.GeneratorSpec;
import io.heddle.topology.spec.IpamSpec;
import io.heddle.topology.spec.NodeGroup;
import io.heddle.topology.spec.NodeGroup.BondTemplate;
import io.heddle.topology.spec.NodeGroup.CardTemplate;
import io.heddle.topology.spec.PairMode;
import io.heddle.topology.spec.PodSpec;
import java.util.List;
import java.util.Optional;

/** Three racks of two leafs under two spines, two nodes a rack with one card of two ports, three pods a node. */
public final class GeneratedFabrics {

    private static final ProfileRef ANY = new ProfileRef("unlimited", "linux", "default");
    private static final Bandwidth SPEED = Bandwidth.gigabits(100);
    private static final NetworkName INTERNAL = NetworkName.of("internal");

    private GeneratedFabrics() {}

    public static Plan of(String design) {
        Fabric fabric =
                new FabricGenerator(PortLists.UNKNOWN).generate(spec(design)).orThrow();
        IpamSpec ipam = new IpamSpec(Optional.of(Prefix.parse(pool(design))), 26, Optional.empty(), 122, 1);
        return Planner.plan(fabric, Designs.of(design), ipam, new PodSpec(3, List.of()), PlanOptions.DEFAULT)
                .orThrow();
    }

    /** Bridged pods live in the network's subnet; all of it where each rack has a slice. */
    private static String pool(String design) {
        if (!design.endsWith("bridged-pods")) {
            return "10.128.0.0/9";
        }
        return design.startsWith("evpn-symmetric") ? "10.10.0.0/16" : "10.10.128.0/17";
    }

    private static GeneratorSpec spec(String design) {
        boolean flat = design.startsWith("flat");
        boolean bridged = flat || design.startsWith("evpn");
        return new GeneratorSpec.Clos(
                design,
                3,
                bridged ? PairMode.MLAG_ANYCAST : PairMode.INDEPENDENT,
                ANY,
                SPEED,
                1,
                2,
                Optional.of(ANY),
                1,
                0,
                Optional.empty(),
                1,
                bridged ? 2 : 0,
                SPEED,
                flat,
                Optional.empty(),
                0,
                List.of(),
                List.of(nodes(bridged)),
                bridged ? List.of(network()) : List.of(),
                List.of());
    }

    private static NodeGroup nodes(boolean bridged) {
        return new NodeGroup(
                "gpu",
                2,
                bridged ? Attachment.L2 : Attachment.L3,
                8,
                true,
                List.of(new CardTemplate("nic0", 2, Bandwidth.gigabits(25), false)),
                bridged
                        ? List.of(new BondTemplate(
                                "bond0", List.of("nic0.1", "nic0.2"), Lacp.FAST, List.of(INTERNAL), Optional.empty()))
                        : List.of());
    }

    private static Network network() {
        return new Network(
                INTERNAL,
                new VlanId(100),
                List.of(Prefix.parse("10.10.0.0/16")),
                Optional.empty(),
                VrfName.DEFAULT,
                false,
                false);
    }
}
