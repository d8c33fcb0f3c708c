package io.heddle.model.endpoint;

import io.heddle.model.fabric.DeviceName;
import io.heddle.model.net.IpAddress;
import io.heddle.model.net.IpFamily;
import io.heddle.model.net.Mac;
import java.util.Optional;

/**
 * A pod's attachment: its addresses, its MAC and the node it runs on. At least one address is present.
 *
 * @param name {@code namespace/pod} where known
 */
public record Endpoint(
        Optional<String> name, DeviceName node, Mac mac, Optional<IpAddress> ipv4, Optional<IpAddress> ipv6) {

    public Endpoint {
        if (ipv4.isEmpty() && ipv6.isEmpty()) {
            throw new IllegalArgumentException("pod " + name.orElse("?") + " on " + node + " has no address");
        }
        if (ipv4.filter(each -> each.family() != IpFamily.IPV4).isPresent()
                || ipv6.filter(each -> each.family() != IpFamily.IPV6).isPresent()) {
            throw new IllegalArgumentException(
                    "pod " + name.orElse("?") + " on " + node + " has an address of the other family");
        }
    }

    /** The MAC a CNI plugin derives from an IPv4 address: {@code 0a:58} and the four octets. */
    public static Mac macOf(IpAddress ipv4) {
        return new Mac(0x0A58_0000_0000L | ipv4.low() & 0xFFFF_FFFFL);
    }
}
