package io.heddle.cni.attach;

import io.heddle.cni.linux.Addresses;
import io.heddle.cni.linux.Link;
import io.heddle.cni.linux.Links;
import io.heddle.cni.linux.LinuxException;
import io.heddle.cni.linux.NetlinkMessage;
import io.heddle.cni.linux.Route;
import io.heddle.cni.linux.Routes;
import io.heddle.cni.linux.RoutingSockets;
import io.heddle.cni.linux.Rules;
import io.heddle.cni.linux.Scope;
import io.heddle.cni.spec.CniException;
import io.heddle.cni.spec.CniResult;
import io.heddle.model.net.IpAddress;
import io.heddle.model.net.IpFamily;
import io.heddle.model.net.Prefix;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Pods by host routes. */
public final class RoutedNetwork implements PodNetwork {

    private static final int FIRST_RAIL_TABLE = 1000;
    private static final int RULE_PRIORITY = 1000;

    private final RoutingSockets host;
    private final int mtu;
    private final boolean takesDefault;

    /**
     * @param mtu of both ends of a pod's link, in bytes
     * @param takesDefault whether a pod's default route goes by it; otherwise only what the pod sends from this interface's address
     *     does, by a table of its own (a rail of a GPU node)
     */
    public RoutedNetwork(RoutingSockets host, int mtu, boolean takesDefault) {
        this.host = host;
        this.mtu = mtu;
        this.takesDefault = takesDefault;
    }

    @Override
    public CniResult attach(PodInterface pod) throws CniException, LinuxException {
        PodWiring wiring = new PodWiring(host, pod);
        Link link = wiring.make(mtu, 0);
        wiring.configure(index -> insideOf(pod, index));
        host.run("node configured", onNode(pod.addresses(), link.index()));
        return result(pod, HostLink.of(pod.key()));
    }

    @Override
    public List<String> check(PodInterface pod) throws LinuxException {
        Inspection inspection = new Inspection(host, pod);
        Optional<Link> near = inspection.onNode();
        if (near.isPresent()) {
            for (IpAddress each : pod.addresses()) {
                inspection.onNode(Prefix.host(each), near.get());
            }
        }
        inspection.inPod(
                pod.addresses(),
                each -> each.family().bits(),
                each -> route -> route.destination().equals(Gateways.everywhere(each.family()))
                        && route.gateway().equals(Optional.of(Gateways.of(each.family()))));
        return inspection.differences();
    }

    /** Puts the node's routes and gateway addresses of a pod back, where they are missing. */
    public void repair(List<IpAddress> addresses, Link near) throws LinuxException {
        host.run("node configured", onNode(addresses, near.index()));
    }

    private List<NetlinkMessage> insideOf(PodInterface pod, int index) {
        List<NetlinkMessage> messages = new ArrayList<>(List.of(Links.up(index)));
        int table = takesDefault ? RouteProtocol.MAIN_TABLE : FIRST_RAIL_TABLE + index;
        for (IpAddress each : pod.addresses()) {
            IpFamily family = each.family();
            IpAddress gateway = Gateways.of(family);
            messages.add(Addresses.add(index, each, family.bits(), Scope.GLOBAL));
            if (each.isV4()) {
                messages.add(Routes.put(inPod(Prefix.host(gateway), index, Optional.empty(), table)));
            }
            messages.add(Routes.add(inPod(Gateways.everywhere(family), index, Optional.of(gateway), table)));
            if (!takesDefault) {
                messages.add(Rules.from(each, table, RULE_PRIORITY));
            }
        }
        return messages;
    }

    /** What the node has for a pod besides the link; said again it changes nothing. */
    private static List<NetlinkMessage> onNode(List<IpAddress> addresses, int index) {
        List<NetlinkMessage> messages = new ArrayList<>();
        for (IpAddress each : addresses) {
            // Scope host: the kernel must not take the gateway's address as source of what the node itself sends to
            // pods.
            messages.add(
                    each.isV4()
                            ? Addresses.add(index, Gateways.V4, 32, Scope.HOST)
                            : Addresses.add(index, Gateways.V6, 64, Scope.LINK));
        }
        for (IpAddress each : addresses) {
            messages.add(Routes.put(toPod(each, index)));
        }
        return messages;
    }

    private CniResult result(PodInterface pod, HostLink near) {
        List<CniResult.Ip> ips = new ArrayList<>();
        List<CniResult.Route> routes = new ArrayList<>();
        for (IpAddress each : pod.addresses()) {
            Optional<IpAddress> gateway = Optional.of(Gateways.of(each.family()));
            ips.add(new CniResult.Ip(each, each.family().bits(), gateway, 1));
            if (takesDefault) {
                routes.add(new CniResult.Route(Gateways.everywhere(each.family()), gateway));
            }
        }
        return new CniResult(
                List.of(
                        new CniResult.Interface(near.name(), near.mac(), mtu, Optional.empty()),
                        new CniResult.Interface(pod.key().interfaceName(), pod.mac(), mtu, Optional.of(pod.netns()))),
                ips,
                routes);
    }

    private static Route inPod(Prefix destination, int link, Optional<IpAddress> gateway, int table) {
        return new Route(destination, link, gateway, RouteProtocol.BOOT, table);
    }

    private static Route toPod(IpAddress address, int link) {
        return new Route(Prefix.host(address), link, Optional.empty(), RouteProtocol.HEDDLE, RouteProtocol.MAIN_TABLE);
    }
}
