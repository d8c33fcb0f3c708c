package io.heddle.bgp.linux;

import io.heddle.model.net.IpAddress;

/**
 * One datagram as it came in.
 *
 * @param networkInterface where it came in; empty when that is gone
 * @param hops TTL or hop limit, or -1 when the kernel did not say
 * @param bytes the payload, from its first octet
 */
public record Datagram(IpAddress source, IpAddress destination, String networkInterface, int hops, byte[] bytes) {}
