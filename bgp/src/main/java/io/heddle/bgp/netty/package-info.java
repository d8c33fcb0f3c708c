/**
 * The speaker on the wire: {@link io.heddle.bgp.netty.BgpServer} runs a {@link io.heddle.bgp.speaker.Speaker} on one event loop, epoll
 * where the platform has it and NIO otherwise. It listens, connects, moves bytes, and wakes the speaker; it decides nothing.
 *
 * <pre>
 *   socket ─ Connection ─ bytes ─► Speaker.received          Speaker.fill ─► bytes ─ Pump ─► socket
 *                                        └─ SpeakerDriver requests, noted ─► acted on after the call
 * </pre>
 *
 * <p>Writing is pulled: a connection that has something to write is asked for it while its socket takes bytes, each connection in turn and
 * a bounded amount a turn, so that reading and timers never wait long. A peer that does not read costs the two buffers between the
 * watermarks and its place in the speaker's streams, nothing more. A closed connection is given a bounded time to take its NOTIFICATION.
 *
 * <p>{@link io.heddle.bgp.netty.BgpHost} runs many speakers on one such loop, for whoever must keep what its peers say apart.
 *
 * <p>Against floods: connections are limited in all and per remote address before the speaker hears of them; that an OPEN comes in time
 * is the session machine's to see.
 *
 * <p>RFC 4271 section 8.2.1 (connections, port 179), RFC 2385 (TCP MD5, with epoll), RFC 5082 (GTSM, with epoll). Link-local peers are
 * told apart by interface. Not supported: TCP-AO (RFC 5925), TCP MD5 for peers that are known by prefix only.
 */
@NullMarked
package io.heddle.bgp.netty;

import org.jspecify.annotations.NullMarked;
