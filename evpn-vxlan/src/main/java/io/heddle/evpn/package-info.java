/**
 * EVPN over VXLAN: the routes between bytes and records ({@link io.heddle.evpn.route}), what they carry
 * ({@link io.heddle.evpn.community}), what MAC-VRFs and IP-VRFs make of them ({@link io.heddle.evpn.vrf}), and the incremental engine
 * from routes, hosts and configuration to tables ({@link io.heddle.evpn.calc}). {@link io.heddle.evpn.rib} joins all of that to the
 * speaker.
 */
@NullMarked
package io.heddle.evpn;

import org.jspecify.annotations.NullMarked;
