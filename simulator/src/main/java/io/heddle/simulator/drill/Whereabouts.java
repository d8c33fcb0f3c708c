package io.heddle.simulator.drill;

import io.heddle.model.endpoint.NodeEndpoints;
import io.heddle.model.fabric.DeviceName;
import io.heddle.model.net.IpAddress;
import io.heddle.simulator.timeline.Replay;
import io.heddle.simulator.timeline.Timeline;
import io.heddle.simulator.walk.Forwarding;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which node has a pod's address now, looked for first where it was. Single-threaded. */
final class Whereabouts {

    private final Timeline timeline;
    private final Replay replay;
    private final Forwarding forwarding;
    private final Map<IpAddress, DeviceName> atFirst = new HashMap<>();

    Whereabouts(Timeline timeline, Replay replay, Forwarding forwarding, List<PodGroup> groups) {
        this.timeline = timeline;
        this.replay = replay;
        this.forwarding = forwarding;
        for (PodGroup each : groups) {
            for (int i = 0; i < each.members().size(); i++) {
                atFirst.put(each.members().get(i), each.nodes().get(i));
            }
        }
    }

    Optional<DeviceName> of(IpAddress address) {
        DeviceName first = atFirst.get(address);
        if (timeline.endpoints().size() == 0 && replay.endpoints().size() == 0) {
            return Optional.ofNullable(first);
        }
        if (first != null && has(replay.endpoints().on(first), address)) {
            return Optional.of(first);
        }
        return forwarding.nodeOf(address);
    }

    boolean lives(DeviceName node) {
        return replay.outage().isUp(node);
    }

    private static boolean has(Optional<NodeEndpoints> pods, IpAddress address) {
        return pods.filter(each -> each.addresses(address.family()).indexOf(address) >= 0)
                .isPresent();
    }
}
