package io.heddle.topology.graph;

import io.heddle.model.fabric.DeviceName;
import io.heddle.model.fabric.Link;
import io.heddle.model.fabric.Outage;
import java.util.Collection;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jgrapht.Graph;
import org.jgrapht.alg.connectivity.ConnectivityInspector;
import org.jgrapht.graph.AsUnmodifiableGraph;
import org.jgrapht.graph.MaskSubgraph;
import org.jgrapht.graph.Multigraph;
import org.jspecify.annotations.Nullable;

/**
 * Devices joined by cables; parallel cables are parallel edges. Its single points of failure (articulation points and bridges,
 * Hopcroft and Tarjan 1973) are found once, in time linear in devices and cables, so that a removal that cannot split anything costs
 * nothing.
 */
public final class CableGraph {

    private final Graph<DeviceName, Link> graph;
    private final Components components;

    // Made from final fields alone, so two threads that race make equal ones.
    private @Nullable Set<DeviceName> cutDevices;
    private @Nullable Set<Link> bridges;

    private CableGraph(Graph<DeviceName, Link> graph) {
        this.graph = new AsUnmodifiableGraph<>(graph);
        components = componentsOf(graph);
    }

    /** A graph of {@code devices} and those of {@code links} that join two of them. */
    public static CableGraph of(Collection<DeviceName> devices, Collection<Link> links) {
        Graph<DeviceName, Link> graph = new Multigraph<>(Link.class);
        devices.stream().sorted().forEach(graph::addVertex);
        for (Link link : links) {
            DeviceName a = link.a().device();
            DeviceName b = link.b().device();
            if (!a.equals(b) && graph.containsVertex(a) && graph.containsVertex(b)) {
                graph.addEdge(a, b, link);
            }
        }
        return new CableGraph(graph);
    }

    public Set<DeviceName> devices() {
        return graph.vertexSet();
    }

    public Set<Link> links() {
        return graph.edgeSet();
    }

    public boolean has(DeviceName device) {
        return graph.containsVertex(device);
    }

    public Components components() {
        return components;
    }

    /** Devices whose loss alone splits their component. */
    public Set<DeviceName> cutDevices() {
        Set<DeviceName> known = cutDevices;
        if (known == null) {
            known = new TreeSet<>(new LowPoints<>(graph).cutVertices());
            cutDevices = known;
        }
        return known;
    }

    /** Cables whose loss alone splits their component. */
    public Set<Link> bridges() {
        Set<Link> known = bridges;
        if (known == null) {
            known = new TreeSet<>(new LowPoints<>(graph).bridges());
            bridges = known;
        }
        return known;
    }

    /** The components of what an outage leaves, numbered anew. */
    public Components componentsAfter(Outage outage) {
        return componentsOf(new MaskSubgraph<>(graph, device -> !outage.isUp(device), link -> !outage.isUp(link)));
    }

    /** The number of cables that could be taken away without splitting anything: 0 in a tree. */
    public int loops() {
        return graph.edgeSet().size() - graph.vertexSet().size() + components.count();
    }

    private static Components componentsOf(Graph<DeviceName, Link> graph) {
        ConnectivityInspector<DeviceName, Link> inspector = new ConnectivityInspector<>(graph);
        TreeMap<DeviceName, Integer> numberOf = new TreeMap<>();
        int next = 0;
        for (DeviceName device : new TreeSet<>(graph.vertexSet())) {
            if (!numberOf.containsKey(device)) {
                for (DeviceName each : inspector.connectedSetOf(device)) {
                    numberOf.put(each, next);
                }
                next++;
            }
        }
        return new Components(numberOf);
    }
}
