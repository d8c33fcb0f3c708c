/**
 * EVPN over VXLAN: the routes between bytes and records ({@link io.heddle.evpn.route}), what they carry ({@link
 * io.heddle.evpn.community}), and what MAC-VRFs and IP-VRFs make of them
 * ({@link io.heddle.evpn.vrf}).
 *
 * <p>Not built yet: EVPN as an address family of the speaker, and the incremental engine.
 */
@NullMarked
package io.heddle.evpn;

import org.jspecify.annotations.NullMarked;
