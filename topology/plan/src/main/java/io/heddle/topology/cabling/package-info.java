/**
 * What is plugged against what is in the file.
 *
 * <pre>
 *   Fabric, Sightings (what each port hears at the other end of its cable) ─ CablingCheck ─► CablingReport: right, and CableFindings
 * </pre>
 *
 * <p>Where sightings come from is not this package's concern; {@code controller.southbound.lldp} reads them from lldpd. A cable is judged by
 * either of its ends: a device that was not asked does not make it missing.
 */
@NullMarked
package io.heddle.topology.cabling;

import org.jspecify.annotations.NullMarked;
