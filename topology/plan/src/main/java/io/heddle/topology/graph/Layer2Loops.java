package io.heddle.topology.graph;

import io.heddle.model.fabric.DeviceName;
import io.heddle.model.fabric.Fabric;
import io.heddle.model.fabric.Link;
import io.heddle.model.fabric.MlagPair;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jgrapht.Graph;
import org.jgrapht.alg.connectivity.ConnectivityInspector;
import org.jgrapht.graph.DefaultEdge;
import org.jgrapht.graph.MaskSubgraph;
import org.jgrapht.graph.SimpleGraph;

/**
 * Loops that spanning tree would have to break if the in-band switches were one layer-2 domain. An MLAG pair counts as one switch and
 * all cables between two of those as one bond, since that is what LACP makes of them; what then is no tree has a loop.
 */
public final class Layer2Loops {

    private Layer2Loops() {}

    /** The sets of switches that lie on loops together (no one cable apart), each in name order; empty if there is no loop. */
    public static List<Set<DeviceName>> of(Fabric fabric) {
        CableGraph inBand = FabricGraphs.inBand(fabric);
        Graph<DeviceName, DefaultEdge> bonded = new SimpleGraph<>(DefaultEdge.class);
        inBand.devices().forEach(each -> bonded.addVertex(bondedName(fabric, each)));
        for (Link link : inBand.links()) {
            DeviceName a = bondedName(fabric, link.a().device());
            DeviceName b = bondedName(fabric, link.b().device());
            if (!a.equals(b)) {
                bonded.addEdge(a, b);
            }
        }
        Set<DefaultEdge> bridges = new LowPoints<>(bonded).bridges();
        Graph<DeviceName, DefaultEdge> looped = new MaskSubgraph<>(bonded, each -> false, bridges::contains);
        List<Set<DeviceName>> loops = new ArrayList<>();
        for (Set<DeviceName> island : new ConnectivityInspector<>(looped).connectedSets()) {
            if (island.size() > 1) {
                loops.add(switchesOf(fabric, island));
            }
        }
        loops.sort(Comparator.comparing(Set::toString));
        return loops;
    }

    private static DeviceName bondedName(Fabric fabric, DeviceName device) {
        return fabric.mlagPairOf(device).map(MlagPair::first).orElse(device);
    }

    private static Set<DeviceName> switchesOf(Fabric fabric, Set<DeviceName> bonded) {
        Set<DeviceName> switches = new TreeSet<>();
        for (DeviceName each : bonded) {
            switches.add(each);
            fabric.mlagPairOf(each).ifPresent(pair -> switches.add(pair.second()));
        }
        return switches;
    }
}
