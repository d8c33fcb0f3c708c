package io.heddle.simulator.drill;

import io.heddle.model.fabric.DeviceName;
import io.heddle.model.net.IpAddress;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Nodes whose pods send alike: attached alike, and the same happened to them; or one pod that moves, which sends from wherever it is. What happened
 * to their own pods' addresses is no matter: nobody sends to himself.
 *
 * @param pods of each, in the order of the configuration, at least one node; of a pod that moves, the first it was on
 * @param mover the address of the pod that moves
 */
record NodeGroup(Map<DeviceName, Integer> pods, Optional<IpAddress> mover) {

    NodeGroup {
        pods = Collections.unmodifiableMap(new LinkedHashMap<>(pods));
    }

    static NodeGroup of(Map<DeviceName, Integer> pods) {
        return new NodeGroup(pods, Optional.empty());
    }

    /** A pod of both families sends, and is told, by its IPv4 address. */
    static NodeGroup mover(DeviceName first, IpAddress address) {
        return new NodeGroup(Map.of(first, 1), Optional.of(address));
    }

    List<DeviceName> nodes() {
        return List.copyOf(pods.keySet());
    }

    long size() {
        return pods.values().stream().mapToLong(each -> each).sum();
    }

    /** A node of them that is not the first of the receivers': packets of all take the way that its packets take. */
    Optional<DeviceName> sender(PodGroup to) {
        if (isSame(to)) {
            return Optional.empty();
        }
        DeviceName receiver = to.nodes().getFirst();
        return pods.keySet().stream()
                .filter(each -> mayBeNear(to) || !each.equals(receiver))
                .findFirst();
    }

    /** How many pairs of pods on different nodes they make, one way. A pod that moves is on no node. */
    long pairs(PodGroup to) {
        if (isSame(to)) {
            return 0;
        }
        long all = size();
        long sum = 0;
        for (int i = 0; i < to.nodes().size(); i++) {
            long near = mayBeNear(to) ? 0 : pods.getOrDefault(to.nodes().get(i), 0);
            sum += to.pods().get(i) * (all - near);
        }
        return sum;
    }

    private boolean mayBeNear(PodGroup to) {
        return mover.isPresent() || to.mover().isPresent();
    }

    private boolean isSame(PodGroup to) {
        return mover.isPresent() && mover.equals(to.mover());
    }
}
