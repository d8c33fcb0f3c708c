package io.heddle.cni.attach;

import io.heddle.cni.linux.Addresses;
import io.heddle.cni.linux.EthernetSocket;
import io.heddle.cni.linux.Link;
import io.heddle.cni.linux.Links;
import io.heddle.cni.linux.LinuxException;
import io.heddle.cni.linux.NetlinkMessage;
import io.heddle.cni.linux.Route;
import io.heddle.cni.linux.Routes;
import io.heddle.cni.linux.RoutingSockets;
import io.heddle.cni.linux.Scope;
import io.heddle.cni.spec.CniException;
import io.heddle.cni.spec.CniResult;
import io.heddle.model.net.IpAddress;
import io.heddle.model.net.Prefix;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Pods on a bridge that is joined to a VLAN or bond of the node: the leaf learns their MACs. */
public final class BridgedNetwork implements PodNetwork {

    private final RoutingSockets host;
    private final Bridge bridge;
    private final Announcer announcer;

    /**
     * The bridge and what it leads to.
     *
     * @param uplink an interface of the node to join to it: a VLAN of a bond; absent when it is joined by others
     * @param takesDefault whether a pod's default route goes by it
     */
    public record Bridge(String name, Optional<String> uplink, List<Subnet> subnets, int mtu, boolean takesDefault) {
        public Bridge {
            subnets = List.copyOf(subnets);
        }
    }

    public BridgedNetwork(RoutingSockets host, Bridge bridge, Announcer announcer) {
        this.host = host;
        this.bridge = bridge;
        this.announcer = announcer;
    }

    @Override
    public CniResult attach(PodInterface pod) throws CniException, LinuxException {
        Link joined = BridgeJoin.of(host, bridge);
        PodWiring wiring = new PodWiring(host, pod);
        wiring.make(bridge.mtu(), joined.index());
        int index = wiring.configure(made -> insideOf(pod, made));
        announcer.announce(pod, EthernetSocket.open(pod.namespace(), host.namespace(), index));
        return result(pod, HostLink.of(pod.key()), joined);
    }

    private List<NetlinkMessage> insideOf(PodInterface pod, int index) {
        List<NetlinkMessage> messages = new ArrayList<>(List.of(Links.up(index)));
        for (IpAddress each : pod.addresses()) {
            messages.add(Addresses.add(index, each, lengthOf(each), Scope.GLOBAL));
            gatewayOf(each)
                    .ifPresent(gateway -> messages.add(Routes.add(new Route(
                            Gateways.everywhere(each.family()),
                            index,
                            Optional.of(gateway),
                            RouteProtocol.BOOT,
                            RouteProtocol.MAIN_TABLE))));
        }
        return messages;
    }

    @Override
    public List<String> check(PodInterface pod) throws LinuxException {
        Inspection inspection = new Inspection(host, pod);
        inspection.onNode();
        inspection.inPod(
                pod.addresses(),
                this::lengthOf,
                each -> route -> gatewayOf(each).isEmpty()
                        ? route.destination().equals(Prefix.covering(each, lengthOf(each)))
                        : route.gateway().equals(gatewayOf(each)));
        return inspection.differences();
    }

    private CniResult result(PodInterface pod, HostLink near, Link joined) {
        List<CniResult.Ip> ips = new ArrayList<>();
        List<CniResult.Route> routes = new ArrayList<>();
        for (IpAddress each : pod.addresses()) {
            Optional<IpAddress> gateway = subnetOf(each).flatMap(Subnet::gateway);
            ips.add(new CniResult.Ip(each, lengthOf(each), gateway, 2));
            gatewayOf(each)
                    .ifPresent(
                            by -> routes.add(new CniResult.Route(Gateways.everywhere(each.family()), Optional.of(by))));
        }
        return new CniResult(
                List.of(
                        new CniResult.Interface(
                                bridge.name(), joined.mac().orElse(near.mac()), bridge.mtu(), Optional.empty()),
                        new CniResult.Interface(near.name(), near.mac(), bridge.mtu(), Optional.empty()),
                        new CniResult.Interface(
                                pod.key().interfaceName(), pod.mac(), bridge.mtu(), Optional.of(pod.netns()))),
                ips,
                routes);
    }

    private Optional<Subnet> subnetOf(IpAddress address) {
        return bridge.subnets().stream()
                .filter(each -> each.prefix().contains(address))
                .findFirst();
    }

    private int lengthOf(IpAddress address) {
        return subnetOf(address)
                .map(each -> each.prefix().length())
                .orElse(address.family().bits());
    }

    /** The gateway of the pod's default route, where there is one. */
    private Optional<IpAddress> gatewayOf(IpAddress address) {
        return bridge.takesDefault() ? subnetOf(address).flatMap(Subnet::gateway) : Optional.empty();
    }
}
