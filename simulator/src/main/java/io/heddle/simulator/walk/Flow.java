package io.heddle.simulator.walk;

import io.heddle.model.net.IpAddress;

/**
 * What identifies a flow to a hash.
 *
 * @param protocol IP protocol number; 17 is UDP (RoCEv2 has destination port 4791)
 */
public record Flow(IpAddress from, IpAddress to, int protocol, int sourcePort, int destinationPort) {

    public static final int UDP = 17;

    public static final int TCP = 6;

    public Flow {
        if (protocol >>> 8 != 0 || sourcePort >>> 16 != 0 || destinationPort >>> 16 != 0) {
            throw new IllegalArgumentException("flow with protocol " + protocol + ", ports " + sourcePort + " and "
                    + destinationPort + " has a part out of range");
        }
    }

    @Override
    public String toString() {
        String name = protocol == UDP ? "udp" : protocol == TCP ? "tcp" : "protocol " + protocol;
        return name + " " + from + ":" + sourcePort + " to " + to + ":" + destinationPort;
    }
}
