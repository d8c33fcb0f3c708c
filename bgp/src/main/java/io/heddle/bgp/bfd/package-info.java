/**
 * Bidirectional Forwarding Detection: asynchronous mode, one hop and several.
 *
 * <p>{@link io.heddle.bgp.bfd.BfdMachine} is a pure function: a {@link io.heddle.bgp.bfd.BfdSession}, an event and the time give the next
 * session, effects and the reason. {@link io.heddle.bgp.bfd.BfdSpeaker} finds the session of a packet (RFC 5880 section 6.8.6), is told
 * the time by its driver and tells what to send; it has no thread, socket or clock. Time is in nanoseconds on any monotonic scale.
 * {@link io.heddle.bgp.bfd.BfdUdp} is that driver on Linux: it needs the interface and the TTL of every packet, see {@link io.heddle.bgp.linux}.
 *
 * <p>RFC 5880 sections 4.1 and 6.1 to 6.8.18; RFC 5881 (UDP 3784, TTL or hop limit 255, source port of 49152 and up, link-local peers);
 * RFC 5883 (several hops, UDP 4784).
 *
 * <p>Not supported: demand mode is not offered (a peer that asks for it is obeyed: it gets no periodic packets while both are up); the echo function is not offered and Required Min Echo RX is 0; authentication (section 6.7): a
 * packet with the A bit is discarded, as section 6.8.6 says for a session without. BGP sessions use it through
 * {@link io.heddle.bgp.liveness}; a session has one client.
 */
@NullMarked
package io.heddle.bgp.bfd;

import org.jspecify.annotations.NullMarked;
