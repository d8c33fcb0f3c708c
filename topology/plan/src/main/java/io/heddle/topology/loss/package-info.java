/**
 * What the loss of one part does: every switch, card, port and cable is taken away in turn and reachability computed again, per
 * network. "The network must be resilient to the loss of a single network switch, network interface card or bad cable" is then a
 * question with an answer, {@link io.heddle.topology.loss.Verdict}, and with offenders by name.
 *
 * <p>{@link io.heddle.topology.loss.LossStudy} enumerates the parts, {@link io.heddle.topology.loss.ViewLoss} judges one removal in one
 * network, {@link io.heddle.topology.loss.LossText} says it in words. Only removals that can split the switches (articulation points,
 * bridges) cost a new search; all others touch the members at the removed part alone. A property test holds that against taking
 * everything away by brute force.
 *
 * <p>Reachability is that of cables: what is connected here may still lose traffic to a routing design that does not use the path
 * left, and while it converges. Power, cooling and software are not studied, nor the loss of two parts.
 */
@NullMarked
package io.heddle.topology.loss;

import org.jspecify.annotations.NullMarked;
