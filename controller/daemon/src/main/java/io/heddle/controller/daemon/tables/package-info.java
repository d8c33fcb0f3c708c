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
 * itself and lost is told again ({@link io.heddle.controller.core.reconcile.Mending}); the rest is reported. Of EVPN routes that a switch was told,
 * types 1, 2, 3 and 5 are looked for as what they make ({@link io.heddle.controller.daemon.tables.OverlayRoutes}). Not compared: what EVPN left behind,
 * next hops that are not directly connected.
 */
@NullMarked
package io.heddle.controller.daemon.tables;

import org.jspecify.annotations.NullMarked;
