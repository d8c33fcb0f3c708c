package io.heddle.controller.southbound.bgp;

import io.heddle.bgp.bfd.BfdTimers;
import io.heddle.bgp.session.SessionTimers;
import io.heddle.bgp.session.TransportConfig;
import io.heddle.model.config.AddressFamily;
import io.heddle.model.fabric.DeviceName;
import io.heddle.model.net.Asn;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A switch to peer with.
 *
 * @param transport its address, what to connect from, MD5 key, hops
 * @param asn its AS; the controller's own makes it iBGP
 * @param passive wait for it to connect
 * @param families at least one
 * @param bfd watched by BFD; needs a local address in {@code transport}
 * @param reflected it is a client of the route reflector (iBGP) or route server (eBGP) that all such switches share
 */
public record BgpSwitch(
        DeviceName device,
        TransportConfig transport,
        Asn asn,
        boolean passive,
        Set<AddressFamily> families,
        SessionTimers timers,
        @Nullable BfdTimers bfd,
        boolean reflected) {

    /** Connects to it, IPv4 and EVPN, hold time 9 s. */
    public static BgpSwitch of(DeviceName device, TransportConfig transport, Asn asn) {
        return new BgpSwitch(
                device,
                transport,
                asn,
                false,
                EnumSet.of(AddressFamily.IPV4_UNICAST, AddressFamily.L2VPN_EVPN),
                SessionTimers.DEFAULT.withHoldTime(9),
                null,
                false);
    }

    public BgpSwitch {
        families = Set.copyOf(families);
        if (families.isEmpty()) {
            throw new IllegalArgumentException(device + " has no address family");
        }
        if (bfd != null && transport.localAddress() == null) {
            throw new IllegalArgumentException(device + ": BFD needs the local address of the session");
        }
    }

    public BgpSwitch waiting() {
        return new BgpSwitch(device, transport, asn, true, families, timers, bfd, reflected);
    }

    public BgpSwitch withFamilies(Set<AddressFamily> changed) {
        return new BgpSwitch(device, transport, asn, passive, changed, timers, bfd, reflected);
    }

    public BgpSwitch withTimers(SessionTimers changed) {
        return new BgpSwitch(device, transport, asn, passive, families, changed, bfd, reflected);
    }

    public BgpSwitch watchedBy(BfdTimers changed) {
        return new BgpSwitch(device, transport, asn, passive, families, timers, changed, reflected);
    }

    public BgpSwitch beingReflected() {
        return new BgpSwitch(device, transport, asn, passive, families, timers, bfd, true);
    }
}
