/**
 * What the controller decides: events go in, effects come out. No thread, socket or clock; the daemon and the simulator drive it alike.
 *
 * <pre>
 *   State, Event ─ Controller.on ─► Step: State, effects (persist, announce, reply, refuse, warn), reason
 *   State, changes that another replica wrote ─ Controller.follow ─► Step: State, announcements
 *   State, switch ─ State.wanted ─► everything the switch is to be told at this revision
 * </pre>
 *
 * <p>The kept part of a {@link io.heddle.controller.core.State} is nothing but the sum of its {@link io.heddle.controller.core.Change}s: a
 * restart replays them, a replica that follows applies them, and both want the same announcements as the writer did at the same revision.
 * What a replica sees for itself (sessions, table use, the layout of its files) is in the state too and never kept.
 *
 * <p>A node may have addresses of its grants alone, grants never overlap, so no address is at two nodes. Whether tables can hold a block or a
 * pod is asked of a {@link io.heddle.controller.core.Judge}; what it says is kept with the pod, so that a replay asks nobody.
 *
 * <p>Not here: taking a block back from a living node, which would need the agent's promise to have none of it in use.
 */
@NullMarked
package io.heddle.controller.core;

import org.jspecify.annotations.NullMarked;
