package io.heddle.topology.spec;

import io.heddle.model.fabric.Network;
import io.heddle.model.fabric.ProfileRef;
import io.heddle.model.fabric.Vrf;
import io.heddle.model.net.Asn;
import io.heddle.model.net.Bandwidth;
import io.heddle.model.net.Prefix;
import java.util.List;
import java.util.Optional;

/** A fabric in a few lines. */
public sealed interface GeneratorSpec {

    String name();

    /**
     * Racks of leafs under zero, one or two tiers of spines. Covers the rack pair (no spine), the two-tier Clos ({@code groups} 1)
     * and the three-tier Clos ({@code groups} above 1: each group has its own spines, super-spines join the groups plane by plane).
     *
     * @param racks in all; spread evenly over the groups, the last may be smaller
     * @param spines per group
     * @param linksPerSpine parallel cables from each leaf to each spine of its group
     * @param superSpinesPerPlane super-spines of each plane; spine i of every group is plane i; 0 with one group
     * @param linksPerSuperSpine parallel cables from each spine to each super-spine of its plane
     * @param peerLinks cables between the leafs of an MLAG pair
     * @param spinesArePair the two spines form one MLAG pair: flat layer 2
     * @param exits external routers, each cabled once to every border leaf
     */
    record Clos(
            String name,
            int racks,
            PairMode pairMode,
            ProfileRef leaf,
            Bandwidth uplinkSpeed,
            int groups,
            int spines,
            Optional<ProfileRef> spine,
            int linksPerSpine,
            int superSpinesPerPlane,
            Optional<ProfileRef> superSpine,
            int linksPerSuperSpine,
            int peerLinks,
            Bandwidth peerLinkSpeed,
            boolean spinesArePair,
            Optional<ProfileRef> outOfBand,
            int borderLeafs,
            List<Exit> exits,
            List<NodeGroup> nodes,
            List<Network> networks,
            List<Vrf> vrfs)
            implements GeneratorSpec {
        public Clos {
            exits = List.copyOf(exits);
            nodes = List.copyOf(nodes);
            networks = List.copyOf(networks);
            vrfs = List.copyOf(vrfs);
        }
    }

    /** An external router; its ports are made by the generator. */
    record Exit(String name, Asn asn, List<Prefix> prefixes) {
        public Exit {
            prefixes = List.copyOf(prefixes);
        }
    }

    /**
     * A rail-optimised compute fabric: card i of every node in a scalable unit goes to leaf i of that unit.
     *
     * @param units scalable units
     * @param nodesPerUnit nodes of each unit, each with {@code rails} single-port cards and as many GPUs
     * @param spines in all (two tiers), or over all groups (three tiers)
     * @param cores third tier; 0 for two tiers
     */
    record RailOptimised(
            String name,
            int units,
            int nodesPerUnit,
            int rails,
            Bandwidth speed,
            ProfileRef leaf,
            int spines,
            ProfileRef spine,
            int cores,
            Optional<ProfileRef> core)
            implements GeneratorSpec {}
}
