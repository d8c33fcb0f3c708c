package io.heddle.bgp.netty;

import io.heddle.model.net.IpAddress;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/** Our addresses as the JDK's and back. */
final class Addresses {

    private Addresses() {}

    /**
     * The JDK's form.
     *
     * @param networkInterface the scope by name, or null
     * @throws IllegalArgumentException if there is no such interface
     */
    static InetAddress toJdk(IpAddress address, @Nullable String networkInterface) {
        try {
            if (address.isV4()) {
                return InetAddress.getByAddress(
                        ByteBuffer.allocate(4).putInt((int) address.low()).array());
            }
            byte[] octets = ByteBuffer.allocate(16)
                    .putLong(address.high())
                    .putLong(address.low())
                    .array();
            return networkInterface == null || !address.isLinkLocal()
                    ? InetAddress.getByAddress(octets)
                    : Inet6Address.getByAddress(null, octets, scope(networkInterface));
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("address " + address, e);
        }
    }

    private static int scope(String networkInterface) {
        try {
            NetworkInterface found = NetworkInterface.getByName(networkInterface);
            if (found == null) {
                throw new IllegalArgumentException("there is no interface " + networkInterface);
            }
            return found.getIndex();
        } catch (SocketException e) {
            throw new IllegalArgumentException("interface " + networkInterface, e);
        }
    }

    static IpAddress of(InetSocketAddress address) {
        byte[] octets = address.getAddress().getAddress();
        ByteBuffer in = ByteBuffer.wrap(octets);
        return octets.length == 4
                ? IpAddress.v4(Integer.toUnsignedLong(in.getInt()))
                : IpAddress.v6(in.getLong(), in.getLong());
    }

    /** The name of the interface a link-local address is on; empty where it has none. */
    static String networkInterface(InetSocketAddress address) {
        if (!(address.getAddress() instanceof Inet6Address scoped) || scoped.getScopeId() == 0) {
            return "";
        }
        try {
            NetworkInterface found = NetworkInterface.getByIndex(scoped.getScopeId());
            return found == null ? "" : found.getName();
        } catch (SocketException e) {
            return "";
        }
    }
}
