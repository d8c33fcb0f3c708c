/**
 * The border to the ONOS API: Heddle's identities as ONOS has them, and back. ONOS types are used here and nowhere else.
 *
 * <p>API-compatible, not run inside ONOS: ONOS is compiled against as a library of types, no ONOS service is started. ONOS objects
 * carry wall-clock times, so Heddle keeps its own records and converts here.
 *
 * <p>Not built yet: the OpenFlow provider, flow objectives, events.
 */
@NullMarked
package io.heddle.controller.onos;

import org.jspecify.annotations.NullMarked;
