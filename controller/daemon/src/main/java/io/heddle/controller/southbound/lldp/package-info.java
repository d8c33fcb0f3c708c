/**
 * What ports hear of each other by LLDP (IEEE 802.1AB), as lldpd tells it: {@code lldpcli -f json0 show neighbors} of each device, into the
 * sightings that {@code topology.cabling} compares with the fabric. The form {@code json0} has arrays everywhere, however many neighbours there
 * are; {@code json} has not, and is refused.
 */
@NullMarked
package io.heddle.controller.southbound.lldp;

import org.jspecify.annotations.NullMarked;
