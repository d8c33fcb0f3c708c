/**
 * BFD for BGP sessions on Linux (RFC 5882): one {@link io.heddle.bgp.liveness.PathSessions} serves all speakers of a process. A speaker asks for
 * the path to a peer to be watched when the session is first up; when BFD loses it, the speaker ends the session. What comes after is
 * the speaker's; see {@link io.heddle.bgp.speaker.Speaker#pathDown}.
 *
 * <p>Not supported: holding a BGP session back until BFD is up (draft-ietf-idr-bgp-bfd-strict-mode). A peer without BFD is served all the
 * same, as RFC 5882 section 4.1 wants it.
 */
@NullMarked
package io.heddle.bgp.liveness;

import org.jspecify.annotations.NullMarked;
