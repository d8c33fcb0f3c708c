package io.heddle.cni.attach;

import io.heddle.cni.linux.Errno;
import io.heddle.cni.linux.Link;
import io.heddle.cni.linux.Links;
import io.heddle.cni.linux.LinuxException;
import io.heddle.cni.linux.NetlinkMessage;
import io.heddle.cni.linux.NetlinkSocket;
import io.heddle.cni.linux.RoutingSockets;
import io.heddle.cni.spec.CniCode;
import io.heddle.cni.spec.CniException;
import java.util.List;
import java.util.function.IntFunction;

/** The veth pair between node and pod, which both modes begin with. */
final class PodWiring {

    private final RoutingSockets host;
    private final PodInterface pod;

    PodWiring(RoutingSockets host, PodInterface pod) {
        this.host = host;
        this.pod = pod;
    }

    /**
     * Makes the pair; answers the node's end.
     *
     * @param master index of the bridge that the node's end joins, 0 for none
     */
    Link make(int mtu, int master) throws CniException, LinuxException {
        HostLink near = HostLink.of(pod.key());
        String name = pod.key().interfaceName();
        try {
            Link link = host.use(socket -> Links.makeVethPair(
                    socket,
                    new Links.VethPair(near.name(), near.mac(), mtu, master, pod.namespace(), name, pod.mac())));
            host.steps().done("link made");
            return link;
        } catch (LinuxException e) {
            if (e.errno() == Errno.EEXIST) {
                throw new CniException(
                        CniCode.INTERFACE_EXISTS,
                        "container " + pod.key().containerId() + " has an interface " + name + " already",
                        String.valueOf(e.getMessage()));
            }
            throw e;
        }
    }

    /** Configures the pod's end; answers its index. */
    int configure(IntFunction<List<NetlinkMessage>> messages) throws CniException, LinuxException {
        String name = pod.key().interfaceName();
        try (NetlinkSocket inside = pod.namespace().socket(host.namespace())) {
            int index = Links.find(inside, name)
                    .orElseThrow(() -> new LinuxException("look for " + name + " in " + pod.netns(), Errno.ENODEV, ""))
                    .index();
            inside.run(messages.apply(index));
            host.steps().done("pod configured");
            return index;
        } catch (LinuxException e) {
            if (e.errno() == Errno.EEXIST) {
                throw new CniException(
                        CniCode.BAD_CONFIGURATION,
                        "container " + pod.key().containerId() + " has a default route already: the network of " + name
                                + " needs \"default-route\": false in the agent's configuration",
                        String.valueOf(e.getMessage()));
            }
            throw e;
        }
    }
}
