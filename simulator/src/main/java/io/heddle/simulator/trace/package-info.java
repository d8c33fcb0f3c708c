/**
 * What the event-driven simulation did, written out: as text for people ({@link io.heddle.simulator.trace.TextTrace}), as one JSON object a
 * line ({@link io.heddle.simulator.trace.JsonTrace}), and as a capture that Wireshark opens ({@link io.heddle.simulator.trace.PcapTrace}).
 */
@NullMarked
package io.heddle.simulator.trace;

import org.jspecify.annotations.NullMarked;
