package io.heddle.cni.agent;

import io.heddle.cni.attach.HostLink;
import io.heddle.cni.attach.RouteProtocol;
import io.heddle.cni.attach.RoutedNetwork;
import io.heddle.cni.ipam.Allocation;
import io.heddle.cni.ipam.Ipam;
import io.heddle.cni.linux.Link;
import io.heddle.cni.linux.Links;
import io.heddle.cni.linux.Route;
import io.heddle.cni.linux.Routes;
import io.heddle.cni.linux.RoutingSockets;
import io.heddle.model.net.IpAddress;
import io.heddle.model.net.IpFamily;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Puts journal and kernel in agreement when the agent starts.
 *
 * <ul>
 *   <li>An allocation whose link is gone is released: its ADD never ended, its pod ended meanwhile, or the machine started anew.
 *   <li>A link of ours without allocation is removed.
 *   <li>A route under our protocol number to an address that nobody has is removed.
 *   <li>Routes and gateway addresses of living pods are put back.
 * </ul>
 *
 * Nothing else is touched.
 */
final class Reconciliation {

    private final AgentConfig config;
    private final Networks networks;
    private final Ipam ipam;
    private final RoutingSockets host;

    Reconciliation(AgentConfig config, Networks networks, Ipam ipam, RoutingSockets host) {
        this.config = config;
        this.networks = networks;
        this.ipam = ipam;
        this.host = host;
    }

    void run() throws IOException {
        Map<String, Link> ours = new TreeMap<>();
        for (Link each : host.use(Links::all)) {
            if (HostLink.isOurs(each)) {
                ours.put(each.name(), each);
            }
        }
        Set<IpAddress> alive = new HashSet<>();
        for (Allocation each : ipam.allocations()) {
            Link link = ours.remove(HostLink.of(each.key()).name());
            if (link == null) {
                ipam.release(each.key());
                AgentLog.event("released-without-link", "attachment", each.key(), "addresses", each.addresses());
            } else {
                alive.addAll(each.addresses());
                repair(each, link);
            }
        }
        for (Link each : ours.values()) {
            host.run("leftover removed", List.of(Links.delete(each.index())));
            AgentLog.event("removed-without-allocation", "link", each.name());
        }
        removeRoutes(alive);
    }

    private void repair(Allocation allocation, Link link) throws IOException {
        Optional<NetworkConfig> network = config.network(allocation.network());
        if (network.isPresent() && networks.mode(network.get()) instanceof RoutedNetwork routed) {
            routed.repair(allocation.addresses(), link);
        }
    }

    private void removeRoutes(Set<IpAddress> alive) throws IOException {
        for (IpFamily family : IpFamily.values()) {
            for (Route each : host.use(socket -> Routes.all(socket, family))) {
                if (each.protocol() == RouteProtocol.HEDDLE
                        && !alive.contains(each.destination().address())) {
                    host.run("route removed", List.of(Routes.delete(each)));
                    AgentLog.event("removed-without-allocation", "route", each.destination());
                }
            }
        }
    }
}
