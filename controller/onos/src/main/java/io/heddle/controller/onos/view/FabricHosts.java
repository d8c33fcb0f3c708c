package io.heddle.controller.onos.view;

import io.heddle.controller.onos.OnosIds;
import io.heddle.controller.onos.OnosNet;
import io.heddle.model.config.NetworkConfig;
import io.heddle.model.config.NodeProgram;
import io.heddle.model.config.NodeProgram.PodVisibility;
import io.heddle.model.config.RoutedPort.InterfaceAddress;
import io.heddle.model.endpoint.Endpoint;
import io.heddle.model.endpoint.Endpoints;
import io.heddle.model.fabric.DeviceName;
import io.heddle.model.fabric.Fabric;
import io.heddle.model.fabric.Link;
import io.heddle.model.fabric.Network;
import io.heddle.model.fabric.NetworkName;
import io.heddle.model.fabric.PortIndex;
import io.heddle.model.fabric.PortRef;
import io.heddle.model.net.Mac;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.onlab.packet.IpAddress;
import org.onlab.packet.MacAddress;
import org.onlab.packet.VlanId;
import org.onosproject.net.ConnectPoint;
import org.onosproject.net.DefaultHost;
import org.onosproject.net.DeviceId;
import org.onosproject.net.Host;
import org.onosproject.net.HostId;
import org.onosproject.net.HostLocation;
import org.onosproject.net.host.HostListener;
import org.onosproject.net.host.HostService;

/**
 * Nodes and pods as ONOS's host service: a node's MAC on each of its networks, and each pod that the fabric sees. They are at every switch port
 * that their node is cabled to; a pod that is routed has no VLAN, one that is bridged has its network's. Pods inside a node's own tunnels are
 * none of the fabric's hosts. Nothing is learned or probed: what is known is all there is, and no listener is ever called.
 */
public final class FabricHosts implements HostService {

    private final Map<HostId, Host> hosts = new LinkedHashMap<>();

    public FabricHosts(Fabric fabric, NetworkConfig config, Endpoints pods) {
        Map<NetworkName, VlanId> vlans = new HashMap<>();
        for (Network each : fabric.networks()) {
            vlans.put(each.name(), VlanId.vlanId((short) each.vlan().value()));
        }
        Map<DeviceName, Set<HostLocation>> locations = locations(fabric);
        for (NodeProgram node : config.nodes()) {
            Set<HostLocation> at = locations.getOrDefault(node.name(), Set.of());
            node.interfaces()
                    .forEach(each -> add(
                            each.mac(),
                            vlans.getOrDefault(each.network(), VlanId.NONE),
                            at,
                            each.addresses().stream().map(InterfaceAddress::address)));
            if (node.podVisibility() != PodVisibility.HIDDEN) {
                VlanId vlan = node.podNetwork()
                        .map(each -> vlans.getOrDefault(each, VlanId.NONE))
                        .orElse(VlanId.NONE);
                pods.on(node.name()).ifPresent(all -> IntStream.range(0, all.size())
                        .mapToObj(all::get)
                        .forEach(each -> add(each.mac(), vlan, at, addresses(each))));
            }
        }
    }

    private static Stream<io.heddle.model.net.IpAddress> addresses(Endpoint pod) {
        return Stream.concat(pod.ipv4().stream(), pod.ipv6().stream());
    }

    private void add(Mac mac, VlanId vlan, Set<HostLocation> at, Stream<io.heddle.model.net.IpAddress> addresses) {
        HostId id = HostId.hostId(OnosNet.mac(mac), vlan);
        Set<IpAddress> all = new HashSet<>(addresses.map(OnosNet::ip).toList());
        Host before = hosts.get(id);
        if (before != null) {
            all.addAll(before.ipAddresses());
        }
        hosts.put(id, new DefaultHost(Provenance.HEDDLE, id, id.mac(), vlan, at, all, true));
    }

    /** Of every device that has a cable to a switch; a view has no clock, so each is there since 0. */
    private static Map<DeviceName, Set<HostLocation>> locations(Fabric fabric) {
        Map<DeviceName, Set<HostLocation>> locations = new HashMap<>();
        PortIndex ports = PortIndex.of(fabric);
        for (Link each : fabric.links()) {
            for (PortRef here : List.of(each.a(), each.b())) {
                location(fabric, ports, each.otherEnd(here)).ifPresent(at -> locations
                        .computeIfAbsent(here.device(), _ -> new LinkedHashSet<>())
                        .add(at));
            }
        }
        return locations;
    }

    private static Optional<HostLocation> location(Fabric fabric, PortIndex ports, PortRef end) {
        return fabric.findSwitch(end.device()).isEmpty()
                ? Optional.empty()
                : ports.find(end)
                        .map(port -> new HostLocation(OnosIds.deviceId(end.device()), OnosIds.portNumber(port), 0));
    }

    private Set<Host> those(Predicate<Host> wanted) {
        return hosts.values().stream().filter(wanted).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    @Override
    public int getHostCount() {
        return hosts.size();
    }

    @Override
    public Iterable<Host> getHosts() {
        return List.copyOf(hosts.values());
    }

    @Override
    public @Nullable Host getHost(HostId id) {
        return hosts.get(id);
    }

    @Override
    public Set<Host> getHostsByVlan(VlanId vlan) {
        return those(each -> each.vlan().equals(vlan));
    }

    @Override
    public Set<Host> getHostsByMac(MacAddress mac) {
        return those(each -> each.mac().equals(mac));
    }

    @Override
    public Set<Host> getHostsByIp(IpAddress address) {
        return those(each -> each.ipAddresses().contains(address));
    }

    @Override
    public Set<Host> getConnectedHosts(ConnectPoint point) {
        return those(each -> each.locations().stream()
                .anyMatch(at ->
                        at.deviceId().equals(point.deviceId()) && at.port().equals(point.port())));
    }

    @Override
    public Set<Host> getConnectedHosts(DeviceId device) {
        return those(
                each -> each.locations().stream().anyMatch(at -> at.deviceId().equals(device)));
    }

    /** Nothing is probed. */
    @Override
    public void startMonitoringIp(IpAddress address) {}

    @Override
    public void stopMonitoringIp(IpAddress address) {}

    /** Nothing is asked for. */
    @Override
    public void requestMac(IpAddress address) {}

    @Override
    public void addListener(HostListener listener) {}

    @Override
    public void removeListener(HostListener listener) {}
}
