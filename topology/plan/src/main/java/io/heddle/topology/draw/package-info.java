/**
 * A fabric as one self-contained SVG picture, no script, fit to put into a page or a mail: super-spines over spines over racks, each
 * rack with its leafs side by side, its nodes and its out-of-band switch; external routers under their border leafs.
 *
 * <p>{@link io.heddle.topology.draw.FabricDrawing} is the entrance. A fabric is first cut into {@link io.heddle.topology.draw.Section
 * sections} (the groups of a three-tier Clos) and {@link io.heddle.topology.draw.Column columns} (racks); of many only the first and
 * the last are {@link io.heddle.topology.draw.Shown shown}, with a note of how many are not. Then boxes get places, and cables become
 * lines between boxes that are there. Lines lie under boxes, so a name is never crossed.
 *
 * <p>Not supported: choosing what is shown, and fabrics with more than two tiers of spines.
 */
@NullMarked
package io.heddle.topology.draw;

import org.jspecify.annotations.NullMarked;
