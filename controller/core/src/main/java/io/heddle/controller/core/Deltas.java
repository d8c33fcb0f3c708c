package io.heddle.controller.core;

import io.heddle.controller.core.announce.Announcement;
import io.heddle.controller.core.announce.Difference;
import io.heddle.controller.core.announce.RouteKey;
import io.heddle.controller.core.announce.Wanted;
import io.heddle.model.fabric.DeviceName;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What a step means for each switch, in time linear in what changed, not in what there is. */
final class Deltas {

    private record PodRef(DeviceName node, AttachmentKey key) implements Comparable<PodRef> {
        @Override
        public int compareTo(PodRef other) {
            int byNode = node.compareTo(other.node);
            return byNode != 0 ? byNode : key.compareTo(other.key);
        }
    }

    private static final class Sides {
        final NavigableMap<RouteKey, Announcement> old = new TreeMap<>();
        final NavigableMap<RouteKey, Announcement> fresh = new TreeMap<>();
    }

    private final State before;
    private final State after;
    private final Map<DeviceName, Sides> bySwitch = new TreeMap<>();

    private Deltas(State before, State after) {
        this.before = before;
        this.after = after;
    }

    /** Of {@code changes}, which led from one to the other under the same layout; switches in name order. */
    static List<Difference> between(State before, State after, List<Change> changes) {
        Set<DeviceName> whole = new TreeSet<>();
        Set<PodRef> pods = new TreeSet<>();
        for (Change change : changes) {
            switch (change) {
                case Change.NodeSaved(NodeRecord node) -> {
                    if (!sameRoutes(
                            before.nodes().get(node.name()), after.nodes().get(node.name()))) {
                        whole.add(node.name());
                    }
                }
                case Change.NodeForgotten(DeviceName node) -> whole.add(node);
                case Change.PodSaved(DeviceName node, AttachmentKey key, Pod _) -> pods.add(new PodRef(node, key));
                case Change.PodForgotten(DeviceName node, AttachmentKey key) -> pods.add(new PodRef(node, key));
                case Change.LayoutSaved _ -> {
                    // Says nothing of routes.
                }
            }
        }
        Deltas deltas = new Deltas(before, after);
        whole.forEach(deltas::node);
        pods.stream().filter(each -> !whole.contains(each.node)).forEach(deltas::pod);
        return deltas.differences();
    }

    /** Every switch of either layout, compared as a whole: for a change of the layout. */
    static List<Difference> between(State before, State after) {
        Set<DeviceName> devices = new TreeSet<>(before.layout().switches().keys());
        devices.addAll(after.layout().switches().keys());
        List<Difference> all = new ArrayList<>();
        for (DeviceName each : devices) {
            Wanted held = before.wanted(each);
            Difference difference = Difference.between(held, after.wanted(each));
            if (!difference.isEmpty()) {
                all.add(difference);
            }
        }
        return all;
    }

    private static boolean sameRoutes(Optional<NodeState> before, Optional<NodeState> after) {
        if (before.isEmpty() || after.isEmpty()) {
            return before.isEmpty() && after.isEmpty();
        }
        NodeRecord old = before.get().record();
        NodeRecord now = after.get().record();
        return old.alive() == now.alive()
                && old.aggregated() == now.aggregated()
                && old.grants().equals(now.grants());
    }

    private void node(DeviceName name) {
        before.nodes().get(name).ifPresent(each -> Origins.all(before.layout(), each, this::old));
        after.nodes().get(name).ifPresent(each -> Origins.all(after.layout(), each, this::fresh));
    }

    private void pod(PodRef ref) {
        pod(before, ref, this::old);
        pod(after, ref, this::fresh);
    }

    private static void pod(State state, PodRef ref, Origins.Sink sink) {
        state.nodes().get(ref.node).ifPresent(node -> node.pods()
                .get(ref.key)
                .ifPresent(pod -> Origins.ofPod(state.layout(), node.record(), pod, sink)));
    }

    private void old(DeviceName device, Announcement each) {
        bySwitch.computeIfAbsent(device, _ -> new Sides()).old.put(each.key(), each);
    }

    private void fresh(DeviceName device, Announcement each) {
        bySwitch.computeIfAbsent(device, _ -> new Sides()).fresh.put(each.key(), each);
    }

    private List<Difference> differences() {
        List<Difference> all = new ArrayList<>();
        bySwitch.forEach((device, sides) -> {
            List<Announcement> announce = sides.fresh.entrySet().stream()
                    .filter(each -> !each.getValue().equals(sides.old.get(each.getKey())))
                    .map(Map.Entry::getValue)
                    .toList();
            List<RouteKey> withdraw = sides.old.descendingKeySet().stream()
                    .filter(each -> !sides.fresh.containsKey(each))
                    .toList();
            if (!announce.isEmpty() || !withdraw.isEmpty()) {
                all.add(new Difference(device, before.revision(), after.revision(), announce, withdraw));
            }
        });
        return all;
    }
}
