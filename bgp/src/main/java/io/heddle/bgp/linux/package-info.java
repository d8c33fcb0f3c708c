/**
 * Datagrams as only the kernel can say them: which interface one came in on, with what hop limit, and raw ICMPv6. Java's channels have none
 * of it, so these few calls go through the foreign function API of Java 25; nothing else here calls outside the JVM.
 *
 * <p>{@link io.heddle.bgp.linux.DatagramEndpoint} is one socket, {@link io.heddle.bgp.linux.Datagram} what it received,
 * {@link io.heddle.bgp.linux.Waiting} waits for several and can be woken. RFC 3542 names the options for IPv6, {@code ip(7)} those for
 * IPv4. Linux on 64-bit processors; the layouts of {@code msghdr} and {@code cmsghdr} are theirs.
 */
@NullMarked
package io.heddle.bgp.linux;

import org.jspecify.annotations.NullMarked;
