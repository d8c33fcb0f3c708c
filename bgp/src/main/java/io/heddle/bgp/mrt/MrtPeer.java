package io.heddle.bgp.mrt;

import io.heddle.model.net.Asn;
import io.heddle.model.net.IpAddress;

/** A peer as a dump knows it. */
public record MrtPeer(IpAddress routerId, IpAddress address, Asn as) {

    public MrtPeer {
        if (!routerId.isV4()) {
            throw new IllegalArgumentException("router id " + routerId + " is not 32 bits wide");
        }
    }
}
