package io.heddle.model.endpoint;

import io.heddle.model.fabric.DeviceName;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Every pod of the cluster, grouped by node, nodes in name order. Immutable. Whether two pods share an address is judged by
 * {@code io.heddle.topology} when pods are read, where file and line are known.
 */
public final class Endpoints {

    public static final Endpoints NONE = new Endpoints(List.of());

    private final List<NodeEndpoints> nodes;
    private final Map<DeviceName, NodeEndpoints> byNode;
    private final long size;

    private Endpoints(List<NodeEndpoints> nodes) {
        this.nodes = nodes;
        byNode = HashMap.newHashMap(nodes.size());
        long sum = 0;
        for (NodeEndpoints each : nodes) {
            if (byNode.put(each.node(), each) != null) {
                throw new IllegalArgumentException("pods of " + each.node() + " given twice");
            }
            sum += each.size();
        }
        size = sum;
    }

    public static Endpoints of(Collection<NodeEndpoints> nodes) {
        List<NodeEndpoints> sorted = new ArrayList<>(nodes);
        sorted.sort(Comparator.comparing(NodeEndpoints::node));
        return new Endpoints(List.copyOf(sorted));
    }

    /** From pods in any order. */
    public static Endpoints ofPods(Iterable<Endpoint> pods) {
        Map<DeviceName, List<Endpoint>> grouped = new HashMap<>();
        for (Endpoint each : pods) {
            grouped.computeIfAbsent(each.node(), _ -> new ArrayList<>()).add(each);
        }
        List<NodeEndpoints> nodes = new ArrayList<>();
        grouped.forEach((node, each) -> nodes.add(NodeEndpoints.of(node, each)));
        return of(nodes);
    }

    /** Nodes that run at least one pod, in name order. */
    public List<NodeEndpoints> nodes() {
        return nodes;
    }

    public Optional<NodeEndpoints> on(DeviceName node) {
        return Optional.ofNullable(byNode.get(node));
    }

    /** The number of pods. */
    public long size() {
        return size;
    }
}
