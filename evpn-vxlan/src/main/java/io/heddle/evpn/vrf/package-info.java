/**
 * What MAC-VRFs and IP-VRFs mean, as pure functions: what a VTEP announces ({@link io.heddle.evpn.vrf.VtepOriginations}), what is
 * imported by route target ({@link io.heddle.evpn.vrf.TargetMatch}), who forwards to an Ethernet segment
 * ({@link io.heddle.evpn.vrf.ForwarderElection}) and what does not go there ({@link io.heddle.evpn.vrf.SplitHorizon}), which paths a
 * segment offers ({@link io.heddle.evpn.vrf.SegmentPaths}), when a MAC is used twice ({@link io.heddle.evpn.vrf.MoveHistory} by {@link io.heddle.evpn.vrf.DuplicateDetection}), which intents
 * contradict each other ({@link io.heddle.evpn.vrf.Conflicts}).
 *
 * <p>RFC 7432 sections 7.10, 8.2, 8.4, 8.5, 9 to 11 and 15.1; RFC 8365 sections 5.1.2.1 and 8.3.1; RFC 8584; RFC 9135; RFC 9136 section
 * 4.4.1; RFC 9785.
 *
 * <p>Not supported: the election's timers (the three seconds of RFC 7432 section 8.5 are the caller's) and non-revertive preference.
 */
@NullMarked
package io.heddle.evpn.vrf;

import org.jspecify.annotations.NullMarked;
