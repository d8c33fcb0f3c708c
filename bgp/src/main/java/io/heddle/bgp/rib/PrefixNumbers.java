package io.heddle.bgp.rib;

import io.heddle.model.net.IpAddress;
import io.heddle.model.net.Prefix;

/** Destination numbers of prefixes as values. */
final class PrefixNumbers {

    private PrefixNumbers() {}

    static int add(DestinationKeys table, Prefix prefix) {
        IpAddress address = prefix.address();
        return switch (table) {
            case Ipv4Keys keys -> keys.add((int) address.low(), prefix.length());
            case Ipv6Keys keys -> keys.add(address.high(), address.low(), prefix.length());
            case ByteKeys _ -> throw new IllegalArgumentException(prefix + " in a family without prefixes");
        };
    }

    /** The number, or {@link DestinationKeys#NONE}. */
    static int find(DestinationKeys table, Prefix prefix) {
        IpAddress address = prefix.address();
        return switch (table) {
            case Ipv4Keys keys -> keys.find((int) address.low(), prefix.length());
            case Ipv6Keys keys -> keys.find(address.high(), address.low(), prefix.length());
            case ByteKeys _ -> DestinationKeys.NONE;
        };
    }
}
