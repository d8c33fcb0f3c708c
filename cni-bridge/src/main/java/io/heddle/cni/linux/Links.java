package io.heddle.cni.linux;

import static io.heddle.cni.linux.NetlinkMessage.CREATE;
import static io.heddle.cni.linux.NetlinkMessage.DUMP;
import static io.heddle.cni.linux.NetlinkMessage.EXCLUSIVE;
import static io.heddle.cni.linux.Rtnetlink.DELETE_LINK;
import static io.heddle.cni.linux.Rtnetlink.GET_LINK;
import static io.heddle.cni.linux.Rtnetlink.IFF_UP;
import static io.heddle.cni.linux.Rtnetlink.NEW_LINK;

import io.heddle.model.net.Mac;
import java.util.List;
import java.util.Optional;

/** Requests about interfaces. */
public final class Links {

    private Links() {}

    /**
     * Makes a veth pair, the far end in another namespace at once: it is never seen in this one. The near end is up; the far end
     * cannot be before both are there ({@code veth_open} answers ENOTCONN).
     */
    public static Link makeVethPair(NetlinkSocket socket, VethPair pair) throws LinuxException {
        List<NetlinkSocket.Outcome> outcomes = socket.transact(List.of(message(pair), get(pair.name())));
        outcomes.getFirst().orThrow();
        outcomes.getLast().orThrow();
        return outcomes.getLast().reply().map(Link::of).orElseThrow();
    }

    /**
     * A veth pair to make.
     *
     * @param name of the near end
     * @param master index of the bridge that the near end joins, 0 for none
     */
    public record VethPair(
            String name, Mac mac, int mtu, int master, NetworkNamespace farNamespace, String farName, Mac farMac) {}

    private static NetlinkMessage message(VethPair pair) {
        NetlinkMessage message = up(
                        "make veth " + pair.name() + " with " + pair.farName() + " in " + pair.farNamespace(),
                        CREATE | EXCLUSIVE,
                        0)
                .attribute(Rtnetlink.IFLA_IFNAME, pair.name())
                .attribute(Rtnetlink.IFLA_ADDRESS, Octets.of(pair.mac()))
                .attribute(Rtnetlink.IFLA_MTU, pair.mtu());
        if (pair.master() != 0) {
            message.attribute(Rtnetlink.IFLA_MASTER, pair.master());
        }
        return message.nested(Rtnetlink.IFLA_LINKINFO, info -> info.attribute(Rtnetlink.IFLA_INFO_KIND, "veth")
                .nested(
                        Rtnetlink.IFLA_INFO_DATA,
                        data -> data.nested(Rtnetlink.VETH_INFO_PEER, peer -> peer.u8(0, 0)
                                .u16(0)
                                .u32(0)
                                .u32(0)
                                .u32(0)
                                .attribute(Rtnetlink.IFLA_IFNAME, pair.farName())
                                .attribute(Rtnetlink.IFLA_ADDRESS, Octets.of(pair.farMac()))
                                .attribute(Rtnetlink.IFLA_MTU, pair.mtu())
                                .attribute(
                                        Rtnetlink.IFLA_NET_NS_FD,
                                        pair.farNamespace().fd()))));
    }

    /** Makes a bridge, down, without spanning tree: a port forwards as soon as it has a carrier. */
    public static NetlinkMessage makeBridge(String name, int mtu) {
        return fixed("make bridge " + name, NEW_LINK, CREATE | EXCLUSIVE, 0, 0)
                .attribute(Rtnetlink.IFLA_IFNAME, name)
                .attribute(Rtnetlink.IFLA_MTU, mtu)
                .nested(Rtnetlink.IFLA_LINKINFO, info -> info.attribute(Rtnetlink.IFLA_INFO_KIND, "bridge"));
    }

    /** Sets an interface up under this MAC. */
    public static NetlinkMessage up(int index, Mac mac) {
        return up("set interface up as " + mac, 0, index).attribute(Rtnetlink.IFLA_ADDRESS, Octets.of(mac));
    }

    /** Joins an interface to a bridge, and sets it up. */
    public static NetlinkMessage join(Link port, Link bridge) {
        return up("join " + port.name() + " to " + bridge.name(), 0, port.index())
                .attribute(Rtnetlink.IFLA_MASTER, bridge.index());
    }

    /** Removes an interface and, of a veth, the far end with it. */
    public static NetlinkMessage delete(int index) {
        return fixed("remove interface " + index, DELETE_LINK, 0, index, 0);
    }

    /** The interface of this name, if there is one. */
    public static Optional<Link> find(NetlinkSocket socket, String name) throws LinuxException {
        return find(socket, get(name));
    }

    /** The interface of this index, if there is one. */
    static Optional<Link> find(NetlinkSocket socket, int index) throws LinuxException {
        return find(socket, fixed("look for interface " + index, GET_LINK, 0, index, 0));
    }

    private static Optional<Link> find(NetlinkSocket socket, NetlinkMessage request) throws LinuxException {
        NetlinkSocket.Outcome outcome = socket.transact(List.of(request)).getFirst();
        if (outcome.errno() == Errno.ENODEV) {
            return Optional.empty();
        }
        outcome.orThrow();
        return outcome.reply().map(Link::of);
    }

    /** Every interface of the namespace. */
    public static List<Link> all(NetlinkSocket socket) throws LinuxException {
        return socket.dump(fixed("list interfaces", GET_LINK, DUMP, 0, 0)).stream()
                .map(Link::of)
                .toList();
    }

    private static NetlinkMessage get(String name) {
        return fixed("look for " + name, GET_LINK, 0, 0, 0).attribute(Rtnetlink.IFLA_IFNAME, name);
    }

    /** Sets an interface up. */
    public static NetlinkMessage up(int index) {
        return up("set interface up", 0, index);
    }

    private static NetlinkMessage up(String what, int flags, int index) {
        return fixed(what, NEW_LINK, flags, index, IFF_UP);
    }

    /** {@code struct ifinfomsg}; the flags are both set and the only ones changed. */
    private static NetlinkMessage fixed(String what, int type, int flags, int index, int interfaceFlags) {
        return new NetlinkMessage(what, type, flags)
                .u8(0, 0)
                .u16(0)
                .u32(index)
                .u32(interfaceFlags)
                .u32(interfaceFlags);
    }
}
