package io.heddle.simulator.event;

import io.heddle.model.endpoint.Endpoint;
import io.heddle.model.endpoint.Endpoints;
import io.heddle.model.endpoint.NodeEndpoints;
import io.heddle.model.fabric.DeviceName;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Which pods run after some came and went. */
final class Pods {

    private Pods() {}

    static Endpoints changed(Endpoints before, List<Endpoint> came, List<Endpoint> went) {
        Map<DeviceName, List<Endpoint>> touched = new LinkedHashMap<>();
        came.forEach(each -> on(each.node(), before, touched).add(each));
        went.forEach(each -> on(each.node(), before, touched).remove(each));
        List<NodeEndpoints> all = new ArrayList<>();
        before.nodes().stream()
                .filter(each -> !touched.containsKey(each.node()))
                .forEach(all::add);
        touched.forEach((node, pods) -> {
            if (!pods.isEmpty()) {
                all.add(NodeEndpoints.of(node, pods));
            }
        });
        return Endpoints.of(all);
    }

    private static List<Endpoint> on(DeviceName node, Endpoints before, Map<DeviceName, List<Endpoint>> touched) {
        return touched.computeIfAbsent(node, _ -> {
            List<Endpoint> pods = new ArrayList<>();
            before.on(node).ifPresent(held -> {
                for (int i = 0; i < held.size(); i++) {
                    pods.add(held.get(i));
                }
            });
            return pods;
        });
    }
}
