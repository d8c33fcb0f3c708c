package io.heddle.topology.graph;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jgrapht.Graph;

/**
 * Articulation points and bridges of an undirected graph, parallel edges allowed (Hopcroft and Tarjan 1973): one depth-first search,
 * linear in vertices and edges. JGraphT's {@code BiconnectivityInspector} finds the same but recurses, and a chain of some thousand
 * switches overflows its stack.
 */
final class LowPoints<V, E> {

    private static final int NONE = -1;

    private final List<V> vertices;
    private final List<E> edges;
    /** The edges of each vertex, and the far end of each of them, by number. */
    private final int[][] edgesOf;

    private final int[][] farEnds;
    /** When each vertex was met, from 0. */
    private final int[] met;
    /** The earliest vertex that is one edge outside the search tree away from the subtree of each vertex. */
    private final int[] low;

    /** The path from the root: its vertices, the edge into each, and which of its edges comes next. */
    private final int[] path;

    private final int[] edgeInto;
    private final int[] next;

    private final Set<V> cutVertices = new HashSet<>();
    private final Set<E> bridges = new HashSet<>();

    LowPoints(Graph<V, E> graph) {
        vertices = new ArrayList<>(graph.vertexSet());
        edges = new ArrayList<>(graph.edgeSet());
        Map<V, Integer> numbers = new HashMap<>();
        vertices.forEach(each -> numbers.put(each, numbers.size()));
        int[] degrees = vertices.stream().mapToInt(graph::degreeOf).toArray();
        edgesOf = new int[vertices.size()][];
        farEnds = new int[vertices.size()][];
        for (int i = 0; i < degrees.length; i++) {
            edgesOf[i] = new int[degrees[i]];
            farEnds[i] = new int[degrees[i]];
        }
        for (int edge = 0; edge < edges.size(); edge++) {
            int a = numbers.getOrDefault(graph.getEdgeSource(edges.get(edge)), NONE);
            int b = numbers.getOrDefault(graph.getEdgeTarget(edges.get(edge)), NONE);
            edgesOf[a][--degrees[a]] = edge;
            farEnds[a][degrees[a]] = b;
            edgesOf[b][--degrees[b]] = edge;
            farEnds[b][degrees[b]] = a;
        }
        met = new int[vertices.size()];
        low = new int[vertices.size()];
        path = new int[vertices.size()];
        edgeInto = new int[vertices.size()];
        next = new int[vertices.size()];
        Arrays.fill(met, NONE);
        int clock = 0;
        for (int root = 0; root < met.length; root++) {
            if (met[root] == NONE) {
                clock = search(root, clock);
            }
        }
    }

    Set<V> cutVertices() {
        return cutVertices;
    }

    Set<E> bridges() {
        return bridges;
    }

    /** Walks the component of {@code root}; the path from the root is kept in arrays instead of on the stack. */
    private int search(int root, int start) {
        int clock = start;
        int depth = 0;
        int branches = 0;
        path[0] = root;
        edgeInto[0] = NONE;
        next[0] = 0;
        met[root] = low[root] = clock++;
        while (depth >= 0) {
            int at = path[depth];
            if (next[depth] == edgesOf[at].length) {
                if (--depth >= 0) {
                    leave(path[depth], at, edgeInto[depth + 1], depth == 0);
                    branches += depth == 0 ? 1 : 0;
                }
                continue;
            }
            int edge = edgesOf[at][next[depth]];
            int far = farEnds[at][next[depth]++];
            if (met[far] == NONE) {
                depth++;
                path[depth] = far;
                edgeInto[depth] = edge;
                next[depth] = 0;
                met[far] = low[far] = clock++;
            } else if (edge != edgeInto[depth]) {
                low[at] = Math.min(low[at], met[far]);
            }
        }
        if (branches > 1) {
            cutVertices.add(vertices.get(root));
        }
        return clock;
    }

    /** All below {@code child} is known. */
    private void leave(int at, int child, int edge, boolean atRoot) {
        low[at] = Math.min(low[at], low[child]);
        if (low[child] > met[at]) {
            bridges.add(edges.get(edge));
        }
        if (!atRoot && low[child] >= met[at]) {
            cutVertices.add(vertices.get(at));
        }
    }
}
