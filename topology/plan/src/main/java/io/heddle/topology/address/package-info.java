/**
 * The numbers of a plan: loopbacks, link addresses, VTEPs, AS numbers, VLANs and VNIs, subnets of racks, node blocks, MTU. Everything
 * is computed from the position of a device in its rack and of the rack on the floor, nothing is handed out in order of asking, so a
 * rack added at the end moves no number that was there. {@link io.heddle.topology.address.AddressPlan} holds all of it; a pool that is
 * too small is a fault that names the pool and the demand.
 */
@NullMarked
package io.heddle.topology.address;

import org.jspecify.annotations.NullMarked;
