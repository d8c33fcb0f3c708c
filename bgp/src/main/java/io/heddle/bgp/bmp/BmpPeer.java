package io.heddle.bgp.bmp;

import io.heddle.model.net.Asn;
import io.heddle.model.net.IpAddress;

/**
 * A peer as the header of each message about it names it (RFC 7854 section 4.2).
 *
 * @param shortAs AS_PATH on the session has two octets an AS
 */
public record BmpPeer(IpAddress address, Asn as, IpAddress routerId, boolean shortAs) {}
