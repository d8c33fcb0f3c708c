/**
 * Reads {@code fabric.yaml} and the {@code ipam} and {@code pods} sections of a scenario. The formats are described in
 * {@code docs/scenario-format.md} and {@code docs/schema/}; a test holds the keys of both equal.
 *
 * <p>Flow: {@link io.heddle.topology.yaml.YamlNode} → one reader a section, which records every mistake and goes on → records of
 * {@code io.heddle.model} and {@code io.heddle.topology.spec}. {@link io.heddle.topology.file.FabricScope} remembers what was named
 * and where, so that a reference to nothing, a name given twice and a port cabled twice are found with both places.
 *
 * <p>Found here: whatever the file alone shows. Not found here: whether a device has such a port or such a speed, whether bond members
 * agree, what a failure takes away; those need the device catalogue and are in {@code io.heddle.topology.check}.
 */
@NullMarked
package io.heddle.topology.file;

import org.jspecify.annotations.NullMarked;
