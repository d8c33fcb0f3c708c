package io.heddle.cni.agent;

import io.heddle.cni.attach.HostLink;
import io.heddle.cni.ipam.Allocation;
import io.heddle.cni.ipam.Ipam;
import io.heddle.cni.linux.Link;
import io.heddle.cni.linux.Links;
import io.heddle.cni.linux.RoutingSockets;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Puts journal and kernel in agreement when the agent starts. An allocation whose link is gone is released: its ADD never ended, its pod
 * ended meanwhile, or the machine started anew. A link of ours without allocation is removed. Nothing else is touched.
 */
final class Reconciliation {

    private Reconciliation() {}

    static void run(Ipam ipam, RoutingSockets host) throws IOException {
        Map<String, Link> ours = new HashMap<>();
        for (Link each : host.use(Links::all)) {
            if (HostLink.isOurs(each)) {
                ours.put(each.name(), each);
            }
        }
        for (Allocation each : ipam.allocations()) {
            if (ours.remove(HostLink.of(each.key()).name()) == null) {
                ipam.release(each.key());
                AgentLog.event("released-without-link", "attachment", each.key(), "addresses", each.addresses());
            }
        }
        for (String each : ours.keySet().stream().sorted().toList()) {
            host.run("leftover removed", List.of(Links.delete(each)));
            AgentLog.event("removed-without-allocation", "link", each);
        }
    }
}
