package io.heddle.bgp.session;

import io.heddle.model.net.IpAddress;
import org.jspecify.annotations.Nullable;

/**
 * How a peer is reached over TCP; the session machine does not look at it.
 *
 * @param address the peer; a link-local one needs the interface
 * @param port where the peer listens
 * @param localAddress what we connect from; any if absent
 * @param networkInterface the scope of a link-local address, by name
 * @param hops how far away the peer may be: the TTL we send with, or with {@code ttlSecurity} how much the TTL of what comes may have
 *     sunk; 255 is anywhere
 * @param ttlSecurity send with TTL 255 and take nothing below 256 - {@code hops} (RFC 5082)
 * @param password TCP MD5 signature key (RFC 2385), 1 to 80 octets
 */
public record TransportConfig(
        IpAddress address,
        int port,
        @Nullable IpAddress localAddress,
        @Nullable String networkInterface,
        int hops,
        boolean ttlSecurity,
        @Nullable String password) {

    public static final int BGP_PORT = 179;

    private static final int ANYWHERE = 255;
    private static final int MAX_PASSWORD = 80;

    public TransportConfig {
        if (port < 1 || port > 0xFFFF || hops < 1 || hops > ANYWHERE) {
            throw new IllegalArgumentException(
                    "port " + port + " or hops " + hops + " of " + address + " is out of range");
        }
        if (localAddress != null && localAddress.family() != address.family()) {
            throw new IllegalArgumentException("peer " + address + " cannot be reached from " + localAddress);
        }
        if (password != null && (password.isEmpty() || password.length() > MAX_PASSWORD)) {
            throw new IllegalArgumentException("the password of " + address + " is not 1 to 80 octets long");
        }
    }

    /** Anywhere, at the usual port. */
    public static TransportConfig of(IpAddress address) {
        return new TransportConfig(address, BGP_PORT, null, null, ANYWHERE, false, null);
    }

    public TransportConfig withPort(int changed) {
        return new TransportConfig(address, changed, localAddress, networkInterface, hops, ttlSecurity, password);
    }

    public TransportConfig withLocalAddress(IpAddress changed) {
        return new TransportConfig(address, port, changed, networkInterface, hops, ttlSecurity, password);
    }

    public TransportConfig withInterface(String changed) {
        return new TransportConfig(address, port, localAddress, changed, hops, ttlSecurity, password);
    }

    public TransportConfig withHops(int changed, boolean security) {
        return new TransportConfig(address, port, localAddress, networkInterface, changed, security, password);
    }

    public TransportConfig withPassword(String changed) {
        return new TransportConfig(address, port, localAddress, networkInterface, hops, ttlSecurity, changed);
    }

    /** Without the password. */
    @Override
    public String toString() {
        return address + (networkInterface == null ? "" : "%" + networkInterface) + " port " + port;
    }
}
