package io.heddle.cni.attach;

import io.heddle.model.net.IpAddress;
import io.heddle.model.net.IpFamily;
import io.heddle.model.net.Prefix;

/** The gateway of routed pods: the same on every node and link. */
final class Gateways {

    static final IpAddress V4 = IpAddress.parse("169.254.1.1");
    static final IpAddress V6 = IpAddress.parse("fe80::1");

    private Gateways() {}

    static IpAddress of(IpFamily family) {
        return switch (family) {
            case IPV4 -> V4;
            case IPV6 -> V6;
        };
    }

    /** The destination of a default route. */
    static Prefix everywhere(IpFamily family) {
        return switch (family) {
            case IPV4 -> new Prefix(IpAddress.v4(0), 0);
            case IPV6 -> new Prefix(IpAddress.v6(0, 0), 0);
        };
    }
}
