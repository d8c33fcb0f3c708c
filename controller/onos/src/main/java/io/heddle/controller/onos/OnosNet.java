package io.heddle.controller.onos;

import io.heddle.model.net.IpAddress;
import io.heddle.model.net.Mac;
import io.heddle.model.net.Prefix;
import java.nio.ByteBuffer;
import org.onlab.packet.Ip4Address;
import org.onlab.packet.Ip6Address;
import org.onlab.packet.IpPrefix;
import org.onlab.packet.MacAddress;

/** Addresses and MACs, one to one with those of ONOS. */
public final class OnosNet {

    private OnosNet() {}

    public static MacAddress mac(Mac mac) {
        return MacAddress.valueOf(mac.bits());
    }

    public static Mac mac(MacAddress mac) {
        return new Mac(mac.toLong());
    }

    public static org.onlab.packet.IpAddress ip(IpAddress address) {
        return address.isV4() ? ip4(address) : ip6(address);
    }

    public static Ip4Address ip4(IpAddress address) {
        return Ip4Address.valueOf((int) address.low());
    }

    public static Ip6Address ip6(IpAddress address) {
        ByteBuffer bytes = ByteBuffer.allocate(Ip6Address.BYTE_LENGTH);
        bytes.putLong(address.high()).putLong(address.low());
        return Ip6Address.valueOf(bytes.array());
    }

    public static IpAddress ip(org.onlab.packet.IpAddress address) {
        ByteBuffer bytes = ByteBuffer.wrap(address.toOctets());
        return address.isIp4()
                ? IpAddress.v4(bytes.getInt() & 0xFFFF_FFFFL)
                : IpAddress.v6(bytes.getLong(), bytes.getLong());
    }

    public static IpPrefix prefix(Prefix prefix) {
        return IpPrefix.valueOf(ip(prefix.address()), prefix.length());
    }

    public static Prefix prefix(IpPrefix prefix) {
        return new Prefix(ip(prefix.address()), prefix.prefixLength());
    }
}
