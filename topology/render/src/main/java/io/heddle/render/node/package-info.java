/** A node's links, VLANs and addresses together, as every target for nodes needs them: {@link io.heddle.render.node.NodeView}. */
@NullMarked
package io.heddle.render.node;

import org.jspecify.annotations.NullMarked;
