/**
 * A lab with what manages it, all of it as processes that a user would start: controllers over etcd in a namespace of their own, with a link to
 * each switch and node ({@link io.heddle.lab.managed.Management}); an agent a node; pods that {@code heddle-cni} attaches, called as a
 * runtime calls it. Every process and namespace is in the lab's journal, so that {@code heddle lab down} takes away what is left after any end.
 *
 * <p>Controllers and agents speak mutual TLS. Nodes are those that hang on their leafs by routed links and have no BGP of their own: each
 * gets a default route over all of its links ({@link io.heddle.lab.managed.NodeUplinks}). Not supported: bridged nodes, IPv6.
 */
@NullMarked
package io.heddle.lab.managed;

import org.jspecify.annotations.NullMarked;
