package io.heddle.cni.linux;

import io.heddle.model.net.Mac;
import java.util.Map;
import java.util.Optional;

/**
 * A network interface as the kernel has it.
 *
 * @param kind {@code veth}, {@code bridge}; empty for hardware
 * @param master index of the bridge or bond it belongs to, 0 for none
 */
public record Link(int index, String name, Optional<Mac> mac, int mtu, boolean isUp, String kind, int master) {

    static Link of(NetlinkReply reply) {
        Map<Integer, byte[]> attributes = reply.attributes(Rtnetlink.LINK_FIXED);
        byte[] info = attributes.getOrDefault(Rtnetlink.IFLA_LINKINFO, new byte[0]);
        return new Link(
                reply.u32(4),
                NetlinkReply.text(attributes, Rtnetlink.IFLA_IFNAME).orElse(""),
                Optional.ofNullable(attributes.get(Rtnetlink.IFLA_ADDRESS))
                        .filter(each -> each.length == 6)
                        .map(Octets::mac),
                NetlinkReply.number(attributes, Rtnetlink.IFLA_MTU).orElse(0),
                (reply.u32(8) & Rtnetlink.IFF_UP) != 0,
                NetlinkReply.text(NetlinkReply.nested(info), Rtnetlink.IFLA_INFO_KIND)
                        .orElse(""),
                NetlinkReply.number(attributes, Rtnetlink.IFLA_MASTER).orElse(0));
    }
}
