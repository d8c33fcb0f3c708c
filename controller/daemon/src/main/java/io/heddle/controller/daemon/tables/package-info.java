/**
 * What switches really hold, read from time to time: counted for admission, and compared with what they were told.
 *
 * <pre>
 *   State ─ Expected (stable state at rest) ─► entries of each switch ─┐
 *   switch ─ southbound.use.TableReader ─► TableReading ───────────────┴─► TableUse ─► core: admission
 *                                                                      └─► PodRoutes ─► Drift, and Mending: told again
 * </pre>
 *
 * <p>Compared are the routes inside the pools of pods: those that should be there, and those that BGP left behind. What the switch was told
 * itself and lost is told again ({@link io.heddle.controller.core.reconcile.Mending}); the rest is reported. Not compared: EVPN routes, next
 * hops that are not directly connected, VRFs other than the default one.
 */
@NullMarked
package io.heddle.controller.daemon.tables;

import org.jspecify.annotations.NullMarked;
