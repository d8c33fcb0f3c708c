package io.heddle.topology.address;

import io.heddle.model.net.IpAddress;
import io.heddle.model.net.IpFamily;
import io.heddle.model.net.Prefix;
import io.heddle.topology.fault.Faults;

/** Where addresses of one purpose come from, in both families at the same offsets. */
public record AddressPool(String name, Prefix ipv4, Prefix ipv6) {

    public AddressPool {
        if (ipv4.family() != IpFamily.IPV4 || ipv6.family() != IpFamily.IPV6) {
            throw new IllegalArgumentException("pool " + name + " has " + ipv4 + " as IPv4 and " + ipv6 + " as IPv6");
        }
    }

    public Prefix prefix(IpFamily family) {
        return family == IpFamily.IPV4 ? ipv4 : ipv6;
    }

    IpAddress at(IpFamily family, long offset) {
        return prefix(family).address().plus(offset);
    }

    /** Whether {@code demand} addresses fit. */
    void check(IpFamily family, long demand, Faults faults) {
        if (demand > prefix(family).size()) {
            faults.add(
                    "pool " + name + " " + prefix(family),
                    demand + " addresses needed",
                    "at most " + prefix(family).size());
        }
    }
}
