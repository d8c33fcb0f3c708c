/**
 * {@code frr.conf} for FRR 8.4 and later: {@link io.heddle.render.frr.FrrRenderer}.
 *
 * <p>Flow: a switch, node or external router is first seen as one {@code Router}; then each concern writes its sections, from static
 * routes and lists of prefixes to route-maps, neighbours and EVPN. A section knows which daemons understand it, so that the text can be
 * had whole for {@code vtysh} or cut for one daemon's start file.
 *
 * <p>It means what {@code docs/stable-state.md} computes: defaults that differ between FRR's profiles or releases are written out
 * (best path by router id and MED, no route over the default route, no policy demanded of eBGP). Where FRR 8.4 computes otherwise, and
 * cannot be told not to:
 * <ul>
 *   <li>without multipath-relax FRR groups eBGP paths of equal length from one neighbouring AS, rule 5.3 only identical paths;
 *   <li>with several peers in an update group FRR sends a route back to the peer it came from, which then drops it (rule 5.5);
 *   <li>a MAC-VRF with further import targets no longer imports {@code *:VNI} (rule 6.4): FRR 8.4 has no such wildcard to write.
 * </ul>
 *
 * <p>Not in this text: addresses, VLANs, bonds, VXLAN devices and MTUs, which are the interfaces file's; timers, which are FRR's
 * datacenter profile.
 */
@NullMarked
package io.heddle.render.frr;

import org.jspecify.annotations.NullMarked;
