/**
 * Router advertisements (RFC 4861) as BGP without addresses needs them: each end of a link learns the other's link-local address from the
 * advertisements it hears, and sends its own so that it is learnt too. FRR does the same for {@code neighbor eth0 interface}.
 *
 * <p>{@link io.heddle.bgp.ra.NeighborDiscovery} reads and writes the messages and discards what section 6.1 says;
 * {@link io.heddle.bgp.ra.RaLink} is one link, without socket or clock: when to send, who is there;
 * {@link io.heddle.bgp.ra.RaSockets} drives links on raw ICMPv6 sockets of Linux.
 *
 * <p>RFC 4861 sections 4.1, 4.2, 6.1.1, 6.1.2, 6.2.1, 6.2.4 to 6.2.6. Not supported: prefixes, MTU and other options for hosts are not sent
 * and not read; advertisements go to all nodes only, never to the one that solicited.
 */
@NullMarked
package io.heddle.bgp.ra;

import org.jspecify.annotations.NullMarked;
