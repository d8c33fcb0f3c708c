package io.heddle.cni.linux;

import io.heddle.model.net.IpAddress;
import io.heddle.model.net.IpFamily;
import io.heddle.model.net.Prefix;
import java.util.Map;
import java.util.Optional;

/**
 * A unicast route.
 *
 * @param link index of the interface it leaves by
 * @param protocol who put it there ({@code rtm_protocol})
 */
public record Route(Prefix destination, int link, Optional<IpAddress> gateway, int protocol, int table) {

    static Route of(NetlinkReply reply) {
        Map<Integer, byte[]> attributes = reply.attributes(Rtnetlink.ROUTE_FIXED);
        IpFamily family = reply.u8(0) == Libc.AF_INET ? IpFamily.IPV4 : IpFamily.IPV6;
        byte[] zero = new byte[family.bits() / 8];
        return new Route(
                new Prefix(Octets.address(attributes.getOrDefault(Rtnetlink.RTA_DST, zero)), reply.u8(1)),
                NetlinkReply.number(attributes, Rtnetlink.RTA_OIF).orElse(0),
                Optional.ofNullable(attributes.get(Rtnetlink.RTA_GATEWAY)).map(Octets::address),
                reply.u8(5),
                NetlinkReply.number(attributes, Rtnetlink.RTA_TABLE).orElse(reply.u8(4)));
    }
}
