package io.heddle.topology.plan;

import io.heddle.model.endpoint.Endpoint;
import io.heddle.model.endpoint.NodeEndpoints;
import io.heddle.model.fabric.DeviceName;
import io.heddle.model.fabric.Node;
import io.heddle.model.net.IpAddress;
import io.heddle.topology.fault.Faults;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Adds pods that are written out to those generated, and names both claimants of an address. */
final class ListedPods {

    private final Draft draft;
    private final Faults faults;

    ListedPods(Draft draft, Faults faults) {
        this.draft = draft;
        this.faults = faults;
    }

    void addTo(Map<DeviceName, NodeEndpoints> byNode, List<Endpoint> listed) {
        if (listed.isEmpty()) {
            return;
        }
        claims(byNode, listed);
        Map<DeviceName, List<Endpoint>> added = new LinkedHashMap<>();
        for (Endpoint each : listed) {
            if (draft.wiring()
                    .fabric()
                    .findNode(each.node())
                    .filter(Node::runsPods)
                    .isEmpty()) {
                faults.add("pod " + name(each), "node " + each.node(), "a node of the fabric that runs pods");
            }
            added.computeIfAbsent(each.node(), _ -> new ArrayList<>()).add(each);
        }
        added.forEach((node, pods) -> {
            NodeEndpoints generated = byNode.get(node);
            for (int i = 0; generated != null && i < generated.size(); i++) {
                pods.add(generated.get(i));
            }
            byNode.put(node, NodeEndpoints.of(node, pods));
        });
    }

    private void claims(Map<DeviceName, NodeEndpoints> generated, List<Endpoint> listed) {
        Map<IpAddress, Endpoint> claimed = new HashMap<>();
        Map<PodSeat, DeviceName> seats = seats();
        for (Endpoint pod : listed) {
            Stream.concat(pod.ipv4().stream(), pod.ipv6().stream()).forEach(address -> {
                Endpoint other = claimed.putIfAbsent(address, pod);
                if (other != null) {
                    faults.add("address " + address, "pods " + name(other) + " and " + name(pod), "one pod");
                }
                ownerOf(address, seats, generated)
                        .ifPresent(owner -> faults.add(
                                "address " + address,
                                "pod " + name(pod) + " and a generated pod on " + owner,
                                "one pod"));
            });
        }
    }

    private record PodSeat(int site, int podPosition) {}

    private Map<PodSeat, DeviceName> seats() {
        Map<PodSeat, DeviceName> seats = new HashMap<>();
        for (int i = 0; i < draft.wiring().nodeCount(); i++) {
            int node = draft.wiring().switchCount() + i;
            if (draft.wiring().nodeAt(node).runsPods()) {
                seats.put(
                        new PodSeat(
                                draft.addresses().sites().siteOf(node),
                                draft.addresses().sites().podPositionOf(node)),
                        draft.wiring().name(node));
            }
        }
        return seats;
    }

    private Optional<DeviceName> ownerOf(
            IpAddress address, Map<PodSeat, DeviceName> seats, Map<DeviceName, NodeEndpoints> generated) {
        return draft.addresses().blocks().stream()
                .flatMap(each -> each.owner(address).stream())
                .map(owner -> seats.get(new PodSeat(owner.site(), owner.podPosition())))
                .filter(node -> node != null
                        && generated.containsKey(node)
                        && generated.get(node).addresses(address.family()).indexOf(address) >= 0)
                .findFirst();
    }

    private static String name(Endpoint pod) {
        return "'" + pod.name().orElse("?") + "' on " + pod.node();
    }
}
