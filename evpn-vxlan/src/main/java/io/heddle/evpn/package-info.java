/**
 * EVPN over VXLAN. So far import by route target alone, in {@link io.heddle.evpn.vrf}, which the stable-state solver uses.
 *
 * <p>Not built yet: route types 1 to 5 as an address family of BGP, designated forwarder, mobility, and the incremental engine.
 */
@NullMarked
package io.heddle.evpn;

import org.jspecify.annotations.NullMarked;
