/**
 * Which pods reach which others from another address than their own: Kubernetes' rule that pods reach pods without translation.
 *
 * <p>Nodes that {@link io.heddle.model.config.Masquerade} rewrite the source of what their pods send out of them, unless the destination is one of their
 * exceptions. {@link io.heddle.simulator.translation.TranslationStudy} counts, for pods as they are at one time, the pairs on different nodes to which that
 * happens, one {@link io.heddle.simulator.translation.Uncovered} for each block that a rule has no exception for. Packets outside of the cluster and to nodes are
 * no pairs of pods: their translation breaks no rule. Whether packets arrive is not asked here; that is another of the rules.
 *
 * <p>Not looked at: pods of one node among themselves, and Services, whose addresses are translated before a packet has a pod's address at all.
 */
@NullMarked
package io.heddle.simulator.translation;

import org.jspecify.annotations.NullMarked;
