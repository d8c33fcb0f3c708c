package io.heddle.topology;

import io.heddle.topology.spec.PairMode;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Small fabrics of every shape. */
public final class RandomSpecs {

    private RandomSpecs() {}

    /** Nodes attached by layer 3 to one or two leafs. */
    public static Arbitrary<Specs> routed() {
        return shapes(Specs.ROUTED, Arbitraries.of(PairMode.SINGLE, PairMode.INDEPENDENT), true);
    }

    /** Nodes on VLANs behind one leaf or an MLAG pair. */
    public static Arbitrary<Specs> bridged() {
        return shapes(
                Specs.BRIDGED,
                Arbitraries.of(PairMode.SINGLE, PairMode.MLAG_ANYCAST, PairMode.MLAG_ANYCAST_AND_PRIMARY),
                false);
    }

    private static Arbitrary<Specs> shapes(Specs from, Arbitrary<PairMode> pairs, boolean routed) {
        return Combinators.combine(
                        Arbitraries.integers().between(1, 5),
                        pairs,
                        Arbitraries.integers().between(1, 3),
                        Arbitraries.integers().between(1, 4),
                        Arbitraries.integers().between(0, 2),
                        Arbitraries.integers().between(0, 2),
                        Arbitraries.integers().between(1, 5))
                .as((racks, pair, groups, spines, peerLinks, borders, nodes) -> {
                    int used = Math.min(groups, racks);
                    return from.racks(racks)
                            .pairs(
                                    pair,
                                    pair == PairMode.SINGLE ? 0 : pair.isMlag() ? Math.max(1, peerLinks) : peerLinks)
                            .spines(spines)
                            .groups(used, used > 1 ? 2 : 0)
                            .borders(borders)
                            .nodes(routed ? Specs.routedNodes(nodes) : Specs.bondedNodes(nodes));
                });
    }
}
