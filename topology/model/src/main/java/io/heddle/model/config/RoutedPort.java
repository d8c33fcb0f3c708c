package io.heddle.model.config;

import io.heddle.model.fabric.DeviceName;
import io.heddle.model.fabric.PortName;
import io.heddle.model.net.IpAddress;
import java.util.List;

/**
 * A routed interface on a link.
 *
 * @param neighbor the device at the other end
 * @param addresses own addresses with their lengths; empty means unnumbered
 * @param mtu layer-3 MTU in bytes
 */
public record RoutedPort(PortName port, DeviceName neighbor, List<InterfaceAddress> addresses, int mtu) {

    /** An address with the length of its subnet, such as 10.0.0.1/31. */
    public record InterfaceAddress(IpAddress address, int length) {
        @Override
        public String toString() {
            return address + "/" + length;
        }
    }

    public RoutedPort {
        addresses = List.copyOf(addresses);
    }
}
