/**
 * Judges what a failure does while it happens: who lost whom, for how long and why.
 *
 * <p>Data flows one way: a {@link io.heddle.simulator.timeline.Timeline} → pods that share one fate are grouped ({@link
 * io.heddle.simulator.drill.PodGroups}) → the timeline is played, and packets between groups are walked again whenever something on their
 * way changed ({@link io.heddle.simulator.drill.DrillStudy}) → a {@link io.heddle.simulator.drill.DrillVerdict}: interruptions, holes and
 * loops, peaks of tables, bandwidth left.
 *
 * <p>Pods are sent to as one group if their nodes are attached alike, tables knew them alike at the beginning, and everything that happened to their nodes,
 * ports, sessions, prefixes, MACs and addresses happened at the same time to each. They send as one if their nodes are attached alike and the same happened to
 * those. Groups change no answer, which property tests hold against a study of every pair.
 *
 * <p>A pair counts as interrupted while any of the flows between the two would be lost; how large a share of them is said beside it. Pods
 * on a dead node are gone and interrupt nobody. Not seen: congestion, lost retransmissions, floods of unknown destinations.
 */
@NullMarked
package io.heddle.simulator.drill;

import org.jspecify.annotations.NullMarked;
