package io.heddle.cni.attach;

import io.heddle.cni.linux.Addresses;
import io.heddle.cni.linux.Link;
import io.heddle.cni.linux.Links;
import io.heddle.cni.linux.LinuxException;
import io.heddle.cni.linux.NetlinkSocket;
import io.heddle.cni.linux.Route;
import io.heddle.cni.linux.Routes;
import io.heddle.cni.linux.RoutingSockets;
import io.heddle.model.net.IpAddress;
import io.heddle.model.net.Prefix;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Compares an interface with what it should be. What other plugins added is no difference. */
final class Inspection {

    private final RoutingSockets host;
    private final PodInterface pod;
    private final List<String> differences = new ArrayList<>();

    Inspection(RoutingSockets host, PodInterface pod) {
        this.host = host;
        this.pod = pod;
    }

    List<String> differences() {
        return List.copyOf(differences);
    }

    /** The node's end, if it is there. */
    Optional<Link> onNode() throws LinuxException {
        String name = HostLink.of(pod.key()).name();
        Optional<Link> link = host.use(socket -> Links.find(socket, name));
        if (link.isEmpty()) {
            differences.add("the node has no interface " + name);
        } else if (!link.get().isUp()) {
            differences.add("the node's interface " + name + " is down");
        }
        return link;
    }

    /** A route that the node should have. */
    void onNode(Prefix destination, Link link) throws LinuxException {
        List<Route> routes = host.use(socket -> Routes.all(socket, destination.family()));
        if (routes.stream().noneMatch(each -> each.destination().equals(destination) && each.link() == link.index())) {
            differences.add("the node has no route to " + destination + " by " + link.name());
        }
    }

    /**
     * The pod's end.
     *
     * @param prefixLength of an address
     * @param route what one of the routes by the pod's interface must satisfy, for each address
     */
    void inPod(List<IpAddress> addresses, Lengths prefixLength, Expected route) throws LinuxException {
        try (NetlinkSocket inside = pod.namespace().socket(host.namespace())) {
            String name = pod.key().interfaceName();
            Optional<Link> link = Links.find(inside, name);
            if (link.isEmpty()) {
                differences.add("the container has no interface " + name);
                return;
            }
            if (!link.get().isUp()) {
                differences.add("the container's " + name + " is down");
            }
            if (link.get().mac().filter(pod.mac()::equals).isEmpty()) {
                differences.add("the container's " + name + " has MAC "
                        + link.get().mac().map(Object::toString).orElse("none") + ", expected " + pod.mac());
            }
            List<Addresses.Assigned> assigned = Addresses.all(inside);
            for (IpAddress each : addresses) {
                Addresses.Assigned expected = new Addresses.Assigned(link.get().index(), each, prefixLength.of(each));
                if (!assigned.contains(expected)) {
                    differences.add(
                            "the container's " + name + " has no address " + each + "/" + expected.prefixLength());
                }
                if (Routes.all(inside, each.family()).stream()
                        .filter(found -> found.link() == link.get().index())
                        .noneMatch(route.by(each))) {
                    differences.add("the container has no " + each.family() + " route by " + name);
                }
            }
        }
    }

    /** The prefix length that an address should have. */
    @FunctionalInterface
    interface Lengths {
        int of(IpAddress address);
    }

    /** What a route of an address should be. */
    @FunctionalInterface
    interface Expected {
        Predicate<Route> by(IpAddress address);
    }
}
