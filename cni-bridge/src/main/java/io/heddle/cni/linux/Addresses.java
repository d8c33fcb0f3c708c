package io.heddle.cni.linux;

import io.heddle.model.net.IpAddress;
import io.heddle.model.net.IpFamily;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Requests about addresses of interfaces. */
public final class Addresses {

    private Addresses() {}

    /** An address as the kernel has it. */
    public record Assigned(int link, IpAddress address, int prefixLength) {

        static Optional<Assigned> of(NetlinkReply reply) {
            Map<Integer, byte[]> attributes = reply.attributes(Rtnetlink.ADDRESS_FIXED);
            byte[] octets = attributes.getOrDefault(Rtnetlink.IFA_LOCAL, attributes.get(Rtnetlink.IFA_ADDRESS));
            return Optional.ofNullable(octets)
                    .map(each -> new Assigned(reply.u32(4), Octets.address(each), reply.u8(1)));
        }
    }

    /**
     * Adds an address, or changes it. IPv6 comes into use at once: addresses are unique by allocation, so duplicate address
     * detection (RFC 4862 section 5.4) would only cost a second.
     */
    public static NetlinkMessage add(int link, IpAddress address, int prefixLength, Scope scope) {
        byte[] octets = Octets.of(address);
        return new NetlinkMessage(
                        "add address " + address + "/" + prefixLength,
                        Rtnetlink.NEW_ADDRESS,
                        NetlinkMessage.CREATE | NetlinkMessage.REPLACE)
                .u8(
                        Octets.family(address.family()),
                        prefixLength,
                        address.family() == IpFamily.IPV6 ? Rtnetlink.IFA_F_NODAD : 0,
                        scope.number())
                .u32(link)
                .attribute(Rtnetlink.IFA_LOCAL, octets)
                .attribute(Rtnetlink.IFA_ADDRESS, octets);
    }

    /** Every address of the namespace. */
    public static List<Assigned> all(NetlinkSocket socket) throws LinuxException {
        NetlinkMessage dump = new NetlinkMessage("list addresses", Rtnetlink.GET_ADDRESS, NetlinkMessage.DUMP)
                .u8(0, 0, 0, 0)
                .u32(0);
        return socket.dump(dump).stream()
                .flatMap(each -> Assigned.of(each).stream())
                .toList();
    }
}
