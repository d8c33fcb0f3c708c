package io.heddle.scenarios.run;

import io.heddle.evpn.vrf.PlacedHost;
import io.heddle.evpn.vrf.VtepHost;
import io.heddle.model.config.NodeProgram;
import io.heddle.model.config.RoutedPort.InterfaceAddress;
import io.heddle.model.config.SwitchConfig;
import io.heddle.model.config.VlanConfig;
import io.heddle.model.endpoint.Endpoint;
import io.heddle.model.endpoint.NodeEndpoints;
import io.heddle.model.fabric.Network;
import io.heddle.model.fabric.NetworkName;
import io.heddle.model.net.IpAddress;
import io.heddle.model.net.Mac;
import io.heddle.model.net.VlanId;
import io.heddle.topology.design.Underlay;
import io.heddle.topology.plan.Plan;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Who claims a MAC and addresses on a VLAN that is one across the fabric: gateways, nodes, and bridged pods. Routed pods and VLANs that
 * end at their rack cannot meet anybody there. Single-threaded.
 */
final class BridgedHosts {

    private final Plan plan;
    private final Map<NetworkName, VlanId> vlans = new HashMap<>();
    private final List<PlacedHost> hosts = new ArrayList<>();

    private BridgedHosts(Plan plan) {
        this.plan = plan;
        for (Network each : plan.fabric().networks()) {
            vlans.put(each.name(), each.vlan());
        }
    }

    /**
     * In the plan's order; none where no pod is listed, since planned addresses and MACs cannot meet.
     *
     * @param listed the pods that were written out: of the others only those matter that have a MAC or address of these
     */
    static List<PlacedHost> of(Plan plan, List<Endpoint> listed) {
        boolean stretched = plan.design().underlay() == Underlay.BRIDGED
                || plan.design().overlay().evpn();
        if (listed.isEmpty() || !stretched) {
            return List.of();
        }
        BridgedHosts hosts = new BridgedHosts(plan);
        hosts.gateways();
        hosts.nodes();
        hosts.pods(listed);
        return hosts.hosts;
    }

    /** An anycast gateway is on every leaf; the first stands for all. */
    private void gateways() {
        Set<VlanId> seen = new HashSet<>();
        for (SwitchConfig config : plan.config().switches()) {
            for (VlanConfig vlan : config.vlans()) {
                vlan.svi().ifPresent(svi -> svi.anycastMac()
                        .filter(_ -> seen.add(vlan.vlan()))
                        .ifPresent(mac -> hosts.add(new PlacedHost(
                                config.name(), VtepHost.of(vlan.vlan(), mac, addresses(svi.anycastGateway()))))));
            }
        }
    }

    private void nodes() {
        for (NodeProgram node : plan.config().nodes()) {
            for (NodeProgram.NetworkInterface each : node.interfaces()) {
                hosts.add(new PlacedHost(
                        node.name(), VtepHost.of(vlan(each.network()), each.mac(), addresses(each.addresses()))));
            }
        }
    }

    private void pods(List<Endpoint> listed) {
        Set<Mac> macs = new HashSet<>();
        Set<IpAddress> claimed = new HashSet<>();
        for (Endpoint each : listed) {
            macs.add(each.mac());
            claimed.addAll(addresses(each));
        }
        for (NodeEndpoints node : plan.endpoints().nodes()) {
            plan.config().findNode(node.node()).flatMap(NodeProgram::podNetwork).ifPresent(network -> {
                VlanId vlan = vlan(network);
                for (int i = 0; i < node.size(); i++) {
                    Endpoint pod = node.get(i);
                    List<IpAddress> own = addresses(pod);
                    if (macs.contains(pod.mac()) || own.stream().anyMatch(claimed::contains)) {
                        hosts.add(new PlacedHost(node.node(), VtepHost.of(vlan, pod.mac(), own)));
                    }
                }
            });
        }
    }

    private VlanId vlan(NetworkName network) {
        return Objects.requireNonNull(vlans.get(network), network::value);
    }

    private static List<IpAddress> addresses(List<InterfaceAddress> from) {
        return from.stream().map(InterfaceAddress::address).toList();
    }

    private static List<IpAddress> addresses(Endpoint pod) {
        return Stream.concat(pod.ipv4().stream(), pod.ipv6().stream()).toList();
    }
}
