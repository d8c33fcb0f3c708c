/**
 * EVPN between the speaker's RIB, where a route is a key and a payload of bytes, and the records of this room: in, as inputs of the
 * engine ({@link io.heddle.evpn.rib.ReceivedRoutes}), and out ({@link io.heddle.evpn.rib.SentRoutes}).
 *
 * <p>A speaker knows EVPN when {@link io.heddle.evpn.route.EvpnFamily#CODEC} is among its address families.
 */
@NullMarked
package io.heddle.evpn.rib;

import org.jspecify.annotations.NullMarked;
