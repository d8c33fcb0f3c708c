package io.heddle.topology.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.jgrapht.Graph;
import org.jgrapht.alg.connectivity.BiconnectivityInspector;
import org.jgrapht.graph.DefaultEdge;
import org.jgrapht.graph.Multigraph;

class LowPointsProperties {

    @Property(tries = 500)
    void theSameAsTheRecursiveSearchFinds(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 12) int vertices,
            @ForAll @IntRange(max = 18) int edges) {
        Graph<Integer, DefaultEdge> graph = new Multigraph<>(DefaultEdge.class);
        Random random = new Random(seed);
        for (int i = 0; i < vertices; i++) {
            graph.addVertex(i);
        }
        for (int i = 0; i < edges; i++) {
            int a = random.nextInt(vertices);
            int b = random.nextInt(vertices);
            if (a != b) {
                graph.addEdge(a, b);
            }
        }
        LowPoints<Integer, DefaultEdge> found = new LowPoints<>(graph);
        BiconnectivityInspector<Integer, DefaultEdge> expected = new BiconnectivityInspector<>(graph);
        assertThat(found.cutVertices()).isEqualTo(expected.getCutpoints());
        assertThat(found.bridges()).isEqualTo(expected.getBridges());
    }
}
