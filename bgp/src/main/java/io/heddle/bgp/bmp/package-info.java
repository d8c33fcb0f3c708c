/**
 * The BGP Monitoring Protocol (RFC 7854): what peers say, told to a monitoring station. {@link io.heddle.bgp.bmp.BmpExport} hears a speaker's
 * messages and hands whole BMP messages to whoever carries them; {@link io.heddle.bgp.bmp.BmpEncoder} is their form. No socket and no
 * clock: the caller sends and gives the time.
 *
 * <p>Sections 4.1 to 4.10: initiation, peer up, peer down, route monitoring of Adj-RIB-In before policy as the peer sent it, statistics,
 * termination. Not supported: a station that comes later than the peers (what was said before is not repeated), route mirroring (4.7), ports
 * in peer up (0: the speaker does not know them), Adj-RIB-Out (RFC 8671), Loc-RIB (RFC 9069).
 */
@NullMarked
package io.heddle.bgp.bmp;

import org.jspecify.annotations.NullMarked;
