package io.heddle.simulator.translation;

import java.util.List;

/**
 * Whether pods reach pods without translation, at one time.
 *
 * @param masquerading nodes that have a rule
 * @param pods that live
 * @param uncovered in the order of the nodes; none where the rule of Kubernetes holds
 */
public record Translation(long masquerading, long pods, List<Uncovered> uncovered) {

    public Translation {
        uncovered = List.copyOf(uncovered);
    }

    public boolean holds() {
        return uncovered.isEmpty();
    }

    /** Pairs of pods on different nodes, each way for itself, whose packets arrive from another address. */
    public long pairs() {
        return uncovered.stream().mapToLong(Uncovered::pairs).sum();
    }
}
