/**
 * What a device runs of ours beside its daemons: a leaf once, when it starts, a node without BGP for as long as it is up. In:
 * {@link io.heddle.model.config.SwitchConfig} and {@link io.heddle.render.node.NodeView}; out: scripts and their units. Not supported:
 * SONiC, whose ports are lit by its own services; IPv6 over unnumbered links of nodes without BGP.
 */
@NullMarked
package io.heddle.render.boot;

import org.jspecify.annotations.NullMarked;
