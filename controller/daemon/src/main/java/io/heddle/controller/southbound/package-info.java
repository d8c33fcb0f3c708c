/**
 * Towards switches: one small interface, {@link io.heddle.controller.southbound.SwitchDriver}, and a driver behind it for each way to tell
 * a switch something.
 *
 * <pre>
 *   Wanted (controller.core.announce) ─ want ─► driver ─► switch
 *   SwitchStatus, SwitchEvent, Observation ◄─ driver ◄─ switch
 * </pre>
 *
 * <p>A driver decides nothing: it tells a switch what is wanted, all of it and nothing besides, new things before old ones are taken back,
 * and says which revision the switch has been told.
 */
@NullMarked
package io.heddle.controller.southbound;

import org.jspecify.annotations.NullMarked;
