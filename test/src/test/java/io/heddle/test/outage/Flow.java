package io.heddle.test.outage;

import io.heddle.lab.layout.Host;
import io.heddle.model.fabric.DeviceName;

/**
 * Packets of one five-tuple, one way.
 *
 * @param port of the sender: flows of a pair differ in it alone, so that ECMP spreads them
 */
record Flow(Host from, Host to, int port) {

    /** The pair of nodes. */
    record Nodes(DeviceName from, DeviceName to) implements Comparable<Nodes> {
        @Override
        public int compareTo(Nodes other) {
            int byFrom = from.compareTo(other.from);
            return byFrom != 0 ? byFrom : to.compareTo(other.to);
        }
    }

    Nodes nodes() {
        return new Nodes(from.node(), to.node());
    }
}
