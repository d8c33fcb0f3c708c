/**
 * What the controller wants each switch to be told, as values, and the difference between two such wants.
 *
 * <pre>
 *   Announcement (unicast, EVPN type 1, 2, 3, 5) ─ sorted by RouteKey ─► Wanted, a switch at a store revision
 *   Wanted held, Wanted wanted ─► Difference: announce all that is new or changed, then withdraw what is gone
 *   every Wanted, what is attached where ─ Placements ─► problems that must not reach a fabric
 * </pre>
 *
 * <p>An announcement that FRR is known to choke on cannot be made: a type 5 or a routed type 2 without Router's MAC, a type 3 without its
 * tunnel, a next hop inside the prefix it is for, an EVPN route without a target or VTEP. The controller's own address is never a next
 * hop, because every announcement names one.
 *
 * <p>RFC 7432 sections 7 and 15, RFC 9135 section 4, RFC 9136 section 4.4, RFC 1997. Not here: type 4, which only the leaf that holds the
 * segment can speak for; multicast types 6 to 11.
 */
@NullMarked
package io.heddle.controller.core.announce;

import org.jspecify.annotations.NullMarked;
