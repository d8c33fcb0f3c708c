package io.heddle.simulator.load;

import io.heddle.model.fabric.Link;
import io.heddle.model.fabric.Outage;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The ways to every NIC of a job; NICs at the same leafs share them. Single-threaded. */
final class Routes {

    /**
     * A living cable of a NIC.
     *
     * @param leaf the number of the switch at the far end
     * @param out the direction from the node, as a directed cable
     */
    record Port(int leaf, int out) {
        int in() {
            return out ^ 1;
        }
    }

    private final Cabling cabling;
    private final List<List<Port>> ports;
    private final Map<List<Integer>, Ways> byLeafs = new HashMap<>();

    Routes(Cabling cabling, Ranks ranks, Outage outage) {
        this.cabling = cabling;
        ports = ranks.nics().stream().map(each -> ports(each, outage)).toList();
    }

    private List<Port> ports(Nic nic, Outage outage) {
        return nic.cables().stream()
                .filter(outage::isUp)
                .map(each -> port(nic, each))
                .toList();
    }

    private Port port(Nic nic, Link cable) {
        int out = cabling.directed(cable, nic.node());
        return new Port(cabling.target(out), out);
    }

    /** The living cables of a NIC, in port order. */
    List<Port> ports(int nic) {
        return ports.get(nic);
    }

    /** The living cables of all NICs. */
    BitSet cables() {
        BitSet cables = new BitSet();
        ports.forEach(each -> each.forEach(port -> cables.set(port.out() / 2)));
        return cables;
    }

    Ways to(int nic) {
        List<Integer> leafs =
                ports.get(nic).stream().map(Port::leaf).sorted().distinct().toList();
        return byLeafs.computeIfAbsent(leafs, key -> {
            boolean[] attached = new boolean[cabling.switches()];
            key.forEach(leaf -> attached[leaf] = true);
            return new Ways(cabling, attached);
        });
    }
}
