package io.heddle.cni.attach;

import io.heddle.cni.linux.Addresses;
import io.heddle.cni.linux.Errno;
import io.heddle.cni.linux.Link;
import io.heddle.cni.linux.Links;
import io.heddle.cni.linux.LinuxException;
import io.heddle.cni.linux.NetlinkSocket;
import io.heddle.cni.linux.RoutingSockets;
import java.util.List;
import java.util.Optional;

/** The bridge of a network, made and joined to its uplink where it is not. */
final class BridgeJoin {

    private BridgeJoin() {}

    static Link of(RoutingSockets host, BridgedNetwork.Bridge bridge) throws LinuxException {
        return host.use(socket -> {
            Optional<Link> uplink = Optional.empty();
            if (bridge.uplink().isPresent()) {
                uplink = Optional.of(Links.find(socket, bridge.uplink().get())
                        .orElseThrow(() -> new LinuxException(
                                "look for uplink " + bridge.uplink().get(), Errno.ENODEV, "")));
            }
            Optional<Link> found = Links.find(socket, bridge.name());
            Link link = found.isPresent() ? found.get() : make(socket, bridge, uplink);
            if (!link.kind().equals("bridge")) {
                throw new LinuxException(
                        "use " + bridge.name() + " as a bridge: it is a " + link.kind(), Errno.EINVAL, "");
            }
            if (uplink.isPresent()) {
                join(socket, uplink.get(), link);
            }
            return link;
        });
    }

    /**
     * Makes the bridge under a MAC of its own: the uplink's, which the fabric knows, or the one that the kernel drew. Left alone a
     * bridge takes the lowest MAC of its ports, which are pods that come and go.
     */
    private static Link make(NetlinkSocket socket, BridgedNetwork.Bridge bridge, Optional<Link> uplink)
            throws LinuxException {
        try {
            socket.run(List.of(Links.makeBridge(bridge.name(), bridge.mtu())));
        } catch (LinuxException e) {
            if (e.errno() != Errno.EEXIST) { // made by another ADD meanwhile
                throw e;
            }
        }
        Link made = Links.find(socket, bridge.name())
                .orElseThrow(() -> new LinuxException("look for " + bridge.name(), Errno.ENODEV, ""));
        socket.run(List.of(
                Links.up(made.index(), uplink.flatMap(Link::mac).or(made::mac).orElseThrow())));
        return Links.find(socket, bridge.name()).orElse(made);
    }

    private static void join(NetlinkSocket socket, Link port, Link bridge) throws LinuxException {
        if (port.master() == bridge.index()) {
            return;
        }
        if (port.master() != 0) {
            throw new LinuxException(
                    "join uplink " + port.name() + ": it belongs to another bridge or bond", Errno.EBUSY, "");
        }
        boolean hasAddress = Addresses.all(socket).stream()
                .anyMatch(each -> each.link() == port.index() && !each.address().isLinkLocal());
        if (hasAddress) {
            // An address on a bridge port receives nothing any more: that would cut the node off.
            throw new LinuxException(
                    "join uplink " + port.name() + ": it has an address; give that to " + bridge.name() + " first",
                    Errno.EBUSY,
                    "");
        }
        socket.run(List.of(Links.join(port, bridge)));
    }
}
