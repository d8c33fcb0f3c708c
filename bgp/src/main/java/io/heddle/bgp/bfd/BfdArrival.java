package io.heddle.bgp.bfd;

import io.heddle.model.net.IpAddress;

/**
 * What a driver says of a datagram.
 *
 * @param networkInterface where it came in
 * @param hops its TTL or hop limit
 * @param multihop it came to {@link BfdPath#MULTIHOP_PORT}
 */
public record BfdArrival(
        IpAddress source, IpAddress destination, String networkInterface, int hops, boolean multihop) {}
