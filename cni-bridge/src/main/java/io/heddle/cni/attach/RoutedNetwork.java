package io.heddle.cni.attach;

import io.heddle.cni.linux.Addresses;
import io.heddle.cni.linux.Errno;
import io.heddle.cni.linux.Link;
import io.heddle.cni.linux.Links;
import io.heddle.cni.linux.LinuxException;
import io.heddle.cni.linux.NetlinkMessage;
import io.heddle.cni.linux.NetlinkSocket;
import io.heddle.cni.linux.Route;
import io.heddle.cni.linux.Routes;
import io.heddle.cni.linux.RoutingSockets;
import io.heddle.cni.linux.Scope;
import io.heddle.cni.spec.CniResult;
import io.heddle.model.net.IpAddress;
import io.heddle.model.net.IpFamily;
import io.heddle.model.net.Prefix;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Pods by host routes. */
public final class RoutedNetwork {

    private final RoutingSockets host;
    private final int mtu;

    /** @param mtu of both ends of a pod's link, in bytes */
    public RoutedNetwork(RoutingSockets host, int mtu) {
        this.host = host;
        this.mtu = mtu;
    }

    /** Makes the interface with everything that belongs to it. After a failure the link may be there; the caller removes it. */
    public CniResult attach(PodInterface pod) throws LinuxException {
        HostLink near = HostLink.of(pod.key());
        String name = pod.key().interfaceName();
        Link link = host.use(socket -> Links.makeVethPair(
                socket, new Links.VethPair(near.name(), near.mac(), mtu, 0, pod.namespace(), name, pod.mac())));
        host.steps().done("link made");
        try (NetlinkSocket inside = pod.namespace().socket(host.namespace())) {
            int index = Links.find(inside, name)
                    .orElseThrow(() -> new LinuxException("look for " + name + " in " + pod.netns(), Errno.ENODEV, ""))
                    .index();
            inside.run(insideOf(pod, index));
            host.steps().done("pod configured");
        }
        host.run("node configured", onNode(pod.addresses(), link.index()));
        return result(pod, near);
    }

    private static List<NetlinkMessage> insideOf(PodInterface pod, int index) {
        List<NetlinkMessage> messages = new ArrayList<>(List.of(Links.up(index)));
        for (IpAddress each : pod.addresses()) {
            IpFamily family = each.family();
            IpAddress gateway = Gateways.of(family);
            messages.add(Addresses.add(index, each, family.bits(), Scope.GLOBAL));
            if (each.isV4()) {
                messages.add(Routes.put(inPod(Prefix.host(gateway), index, Optional.empty())));
            }
            messages.add(Routes.add(inPod(everywhere(family), index, Optional.of(gateway))));
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
            routes.add(new CniResult.Route(everywhere(each.family()), gateway));
        }
        return new CniResult(
                List.of(
                        new CniResult.Interface(near.name(), near.mac(), mtu, Optional.empty()),
                        new CniResult.Interface(pod.key().interfaceName(), pod.mac(), mtu, Optional.of(pod.netns()))),
                ips,
                routes);
    }

    private static Prefix everywhere(IpFamily family) {
        return switch (family) {
            case IPV4 -> new Prefix(IpAddress.v4(0), 0);
            case IPV6 -> new Prefix(IpAddress.v6(0, 0), 0);
        };
    }

    private static Route inPod(Prefix destination, int link, Optional<IpAddress> gateway) {
        return new Route(destination, link, gateway, RouteProtocol.BOOT, RouteProtocol.MAIN_TABLE);
    }

    private static Route toPod(IpAddress address, int link) {
        return new Route(Prefix.host(address), link, Optional.empty(), RouteProtocol.HEDDLE, RouteProtocol.MAIN_TABLE);
    }
}
