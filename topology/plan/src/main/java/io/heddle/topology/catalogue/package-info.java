/**
 * The device catalogue: data files, one per device, operating system and set of tables, read on demand into
 * {@link io.heddle.model.device.DeviceProfile} rows. The format is documented in {@code docs/device-catalogue.md}.
 *
 * <p>A row is put together from four layers, each over the one before: the operating system (port names, where entries go, what happens
 * when a table is full), a table set (the profiles that a chip has under an operating system), one profile of it, and the device's own
 * entry. Users add files of their own, whose rows come before the built-in ones, and {@link io.heddle.topology.catalogue.LimitOverride
 * override} single limits.
 *
 * <p>A mistake in a user's file is a problem with file, line and column; one in a built-in file is a programming error.
 */
@NullMarked
package io.heddle.topology.catalogue;

import org.jspecify.annotations.NullMarked;
