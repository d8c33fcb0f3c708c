/**
 * BGP to switches: FRR, Cumulus, SONiC, and whatever else speaks it.
 *
 * <pre>
 *   BgpSouthbound (configuration) ─► BgpDriver ─ a Table, which is a speaker ─► its Session, or as reflector its sessions
 *   Wanted ─ Difference ─► {@link io.heddle.controller.core.speak.Table}: originate, withdraw
 * </pre>
 *
 * <p>Each switch has a speaker of its own, so the controller cannot be transit: nothing that one switch says is in the table another is told
 * from. What a switch says is refused at import, and only looked at; a fabric that does not want to be looked at sends nothing. Next hops go out as they were wanted, never as the controller's own
 * address, and a want that names one of the controller's addresses is refused. Only a configured reflector or route server passes routes
 * on, among its own clients.
 *
 * <p>RFC 4271, RFC 4760, RFC 7432, RFC 4456 (reflector), RFC 7947 (route server), RFC 2385 (MD5), RFC 5882 (BFD),
 * RFC 4724 and RFC 8538 (graceful restart: nothing is said, End-of-RIB neither, before something is wanted). FRR 8.4 keeps no EVPN route by it, so
 * a second controller announces the same. Not supported: RFC 9494 (long-lived), dynamic peers, whose table would
 * not be known before they come.
 */
@NullMarked
package io.heddle.controller.southbound.bgp;

import org.jspecify.annotations.NullMarked;
