/**
 * Makes a {@link io.heddle.model.fabric.Fabric} from a few lines: {@link io.heddle.topology.generate.FabricGenerator}.
 *
 * <p>Names say where a thing is: {@code rack-12}, {@code leaf-12-1} (rack, leaf), {@code spine-3} (two tiers) or {@code spine-2-3}
 * (group, plane), {@code super-1-4} (plane, number), {@code border-1}, {@code oob-12}, {@code cloud-12-3} (kind, rack, number), node
 * ports {@code nic0p1} (card, port). Everything counts from 1.
 *
 * <p>Ports: cables that go down take the lowest free port that runs at their speed, slow ports first; cables that go up or sideways
 * take the highest. So racks and nodes grow from the low end, spines from the high end, and neither renumbers the other. On a device
 * whose ports are not known, both counts run up from 1, up and sideways first. A rack added at the end renames and renumbers nothing
 * that was there; in three tiers it may move racks to another group when the number of racks in a group changes.
 *
 * <p>Three tiers follow RFC 7938 section 3.2.3 with planes: spine i of every group is cabled to the super-spines of plane i. Border
 * leafs are cabled like leafs to every spine in two tiers; in three tiers to one super-spine of each plane, by turns, so that they need
 * no more ports than a leaf.
 *
 * <p>Not supported: breakout cables, cables between the out-of-band switches of different racks, the management ports of switches.
 */
@NullMarked
package io.heddle.topology.generate;

import org.jspecify.annotations.NullMarked;
