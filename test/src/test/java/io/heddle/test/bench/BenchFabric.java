package io.heddle.test.bench;

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
import java.util.SplittableRandom;

/**
 * A fabric to measure: leafs, by pairs or alone, whose nodes attach by layer 3 and announce a host route for every pod. Two tiers with one group, three
 * with several; four spines a group, each spine plane with its own super-spines. At most 64 ports are used of any switch, so that it can be
 * built of 64-port devices.
 *
 * @param leafsPerRack 1 or 2
 * @param groups three tiers if above 1
 */
record BenchFabric(int racks, int leafsPerRack, int groups, int nodesPerRack, int podsPerNode) {

    /** 100 leafs, 4 spines, 64 host routes a leaf. */
    static final BenchFabric LEAFS_100 = new BenchFabric(100, 1, 1, 1, 64);

    /** 750 racks of leaf pairs, 516,000 pods. */
    static final BenchFabric RACKS_750 = new BenchFabric(750, 2, 25, 16, 43);

    /** The same racks, 3,000,000 pods. */
    static final BenchFabric PODS_3M = new BenchFabric(750, 2, 25, 16, 250);

    static BenchFabric named(String name) {
        return switch (name) {
            case "leafs-100" -> LEAFS_100;
            case "racks-750" -> RACKS_750;
            case "pods-3m" -> PODS_3M;
            default -> {
                String[] sizes = name.split("x", -1);
                if (sizes.length != 5) {
                    throw new IllegalArgumentException(
                            "'" + name
                                    + "' is no fabric; expected leafs-100, racks-750, pods-3m or RACKSxLEAFSxGROUPSxNODESxPODS");
                }
                yield new BenchFabric(
                        Integer.parseInt(sizes[0]),
                        Integer.parseInt(sizes[1]),
                        Integer.parseInt(sizes[2]),
                        Integer.parseInt(sizes[3]),
                        Integer.parseInt(sizes[4]));
            }
        };
    }

    Plan plan() {
        ProfileRef any = new ProfileRef("unlimited", "any", "test");
        NodeGroup nodes = new NodeGroup(
                "gpu",
                nodesPerRack,
                Attachment.L3,
                8,
                true,
                List.of(new NodeGroup.CardTemplate("nic0", leafsPerRack, Bandwidth.gigabits(25), false)),
                List.of());
        GeneratorSpec spec = new GeneratorSpec.Clos(
                "bench",
                racks,
                leafsPerRack == 1 ? PairMode.SINGLE : PairMode.INDEPENDENT,
                any,
                Bandwidth.gigabits(100),
                groups,
                4,
                Optional.of(any),
                1,
                groups > 1 ? 4 : 0,
                groups > 1 ? Optional.of(any) : Optional.empty(),
                1,
                0,
                Bandwidth.gigabits(100),
                false,
                Optional.empty(),
                0,
                List.of(),
                List.of(nodes),
                List.of(),
                List.of());
        Fabric fabric = new FabricGenerator(PortLists.UNKNOWN).generate(spec).orThrow();
        int blockLength = 32 - Integer.SIZE + Integer.numberOfLeadingZeros(podsPerNode + 2);
        IpamSpec ipam = new IpamSpec(Optional.of(Prefix.parse("10.0.0.0/8")), blockLength, Optional.empty(), 64, 1);
        return Planner.plan(
                        fabric,
                        Designs.of("calico-as-per-server"),
                        ipam,
                        new PodSpec(podsPerNode, List.of()),
                        PlanOptions.DEFAULT)
                .orThrow();
    }

    /** A share of the cables between switches, chosen by a seed. */
    static Outage brokenCables(Fabric fabric, double share, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Set<Link> broken = new HashSet<>();
        for (Link each : fabric.links()) {
            boolean betweenSwitches = fabric.findSwitch(each.a().device()).isPresent()
                    && fabric.findSwitch(each.b().device()).isPresent();
            if (betweenSwitches && random.nextDouble() < share) {
                broken.add(each);
            }
        }
        return new Outage(Set.of(), broken);
    }
}
