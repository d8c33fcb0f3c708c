package io.heddle.controller.southbound.bgp;

import io.heddle.bgp.netty.TransportOptions;
import io.heddle.model.net.Asn;
import io.heddle.model.net.IpAddress;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The controller's BGP.
 *
 * @param routerId an IPv4 address; each controller its own
 * @param transport where it listens, if anywhere
 * @param restartTime seconds, 0..4095, that switches are asked to keep what they were told when sessions break (RFC 4724); 0 offers no
 *     graceful restart
 */
public record BgpSouthbound(
        Asn asn, IpAddress routerId, TransportOptions transport, int restartTime, List<BgpSwitch> switches) {

    /** Without graceful restart. */
    public BgpSouthbound(Asn asn, IpAddress routerId, TransportOptions transport, List<BgpSwitch> switches) {
        this(asn, routerId, transport, 0, switches);
    }

    public BgpSouthbound {
        switches = List.copyOf(switches);
        Set<Object> seen = new HashSet<>();
        for (BgpSwitch each : switches) {
            if (!seen.add(each.device())) {
                throw new IllegalArgumentException("switch " + each.device() + " is there twice");
            }
            if (!seen.add(each.transport().address() + "%" + each.transport().networkInterface())) {
                throw new IllegalArgumentException(
                        each.device() + " has the address " + each.transport() + " of another switch");
            }
        }
    }

    /** Whether an address is the controller's, as far as it is known here. */
    boolean isOwn(IpAddress address) {
        return address.equals(routerId)
                || switches.stream()
                        .anyMatch(each -> address.equals(each.transport().localAddress()))
                || transport.listen().stream().anyMatch(each -> address.equals(each.address()));
    }
}
