/**
 * The border to the ONOS API: Heddle's identities as ONOS has them, and back. ONOS types are used here and nowhere else.
 *
 * <p>API-compatible, not run inside ONOS: ONOS is compiled against as a library of types, no ONOS service is started. ONOS objects
 * carry wall-clock times, so Heddle keeps its own records and converts here.
 *
 * <p>What a switch is to hold as ONOS rules is {@code pipeline}, the fewest changes {@code change}, the OpenFlow channel {@code openflow},
 * all of it together {@code provider}. The fabric as ONOS services is {@code view}, bridges, ports and tunnels of a
 * switch {@code ovsdb}.
 */
@NullMarked
package io.heddle.controller.onos;

import org.jspecify.annotations.NullMarked;
