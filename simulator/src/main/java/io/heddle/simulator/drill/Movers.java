package io.heddle.simulator.drill;

import io.heddle.model.endpoint.Endpoint;
import io.heddle.model.endpoint.NodeEndpoints;
import io.heddle.model.fabric.DeviceName;
import io.heddle.model.net.IpAddress;
import io.heddle.simulator.timeline.Change;
import io.heddle.simulator.timeline.Timeline;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The pods of a timeline that turn up on another node than their first, by their addresses. */
final class Movers {

    private final Map<IpAddress, Set<DeviceName>> seen = new HashMap<>();

    Movers(Timeline timeline) {
        for (NodeEndpoints each : timeline.endpoints().nodes()) {
            for (int i = 0; i < each.size(); i++) {
                add(each.get(i));
            }
        }
        timeline.moments().forEach(moment -> {
            if (moment.change() instanceof Change.PodsCame(List<Endpoint> pods)) {
                pods.forEach(this::add);
            }
        });
        seen.values().removeIf(nodes -> nodes.size() == 1);
    }

    private void add(Endpoint pod) {
        pod.ipv4().ifPresent(each -> add(each, pod.node()));
        pod.ipv6().ifPresent(each -> add(each, pod.node()));
    }

    private void add(IpAddress address, DeviceName node) {
        seen.computeIfAbsent(address, _ -> new LinkedHashSet<>()).add(node);
    }

    boolean has(IpAddress address) {
        return seen.containsKey(address);
    }

    /** The nodes that ever had one of them. */
    Set<DeviceName> places() {
        Set<DeviceName> places = new HashSet<>();
        seen.values().forEach(places::addAll);
        return places;
    }
}
