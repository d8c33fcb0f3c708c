/**
 * Dumps that other tools read: {@link io.heddle.bgp.mrt.MrtTable} writes a table with its peers (TABLE_DUMP_V2), {@link
 * io.heddle.bgp.mrt.MrtMessages} messages and changes of state as they happen (BGP4MP). Both write to a stream that the caller opens and
 * closes, with times that the caller gives: nothing here reads a clock.
 *
 * <p>RFC 6396 sections 2, 4.3.1, 4.3.2, 4.4.1 to 4.4.4 (the forms with four-octet AS numbers). Not supported: the types that RFC 6396
 * deprecates, tables of families other than IPv4 and IPv6 unicast (RIB_GENERIC), times below a second (BGP4MP_ET), geographic
 * coordinates (RFC 6397), path identifiers (RFC 8050).
 */
@NullMarked
package io.heddle.bgp.mrt;

import org.jspecify.annotations.NullMarked;
