package io.heddle.topology.graph;

import io.heddle.model.fabric.NetworkName;

/** Within what connectivity is judged. */
public sealed interface Scope {

    /** One layer-2 network; {@code outOfBand} if only out-of-band switches carry it. */
    record OneNetwork(NetworkName name, boolean outOfBand) implements Scope {
        @Override
        public String toString() {
            return "network " + name;
        }
    }

    /** All nodes through their in-band ports, routed between networks. */
    record RoutedFabric() implements Scope {
        @Override
        public boolean outOfBand() {
            return false;
        }

        @Override
        public String toString() {
            return "the routed fabric";
        }
    }

    /** Whether this is about management alone. */
    boolean outOfBand();
}
