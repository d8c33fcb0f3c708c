/**
 * The speaker: sessions and RIBs joined, without thread, socket or clock. A {@link io.heddle.bgp.speaker.SpeakerDriver} moves the bytes
 * and keeps the time: Netty on the wire, virtual time in the simulator. See docs/decisions/0012 for the path of a route.
 *
 * <p>The driver tells the {@link io.heddle.bgp.speaker.Speaker} what happened, always with the time, and from one thread; the speaker
 * asks the driver for four things: to connect, to close, to be asked for bytes, to be woken. It asks from within the driver's calls, so
 * a driver only notes the request and acts when the call has returned.
 */
@NullMarked
package io.heddle.bgp.speaker;

import org.jspecify.annotations.NullMarked;
