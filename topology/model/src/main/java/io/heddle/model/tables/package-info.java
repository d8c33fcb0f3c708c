/**
 * What a switch then holds: routes, neighbours, MACs, VTEPs and flood lists, entry by entry, and how many of each kind. Neutral to
 * operating system and ASIC: where an entry is placed is the business of {@code io.heddle.model.device}.
 *
 * <p>{@link io.heddle.model.tables.SwitchTables} is a view, so that a solver may share entries between switches;
 * {@link io.heddle.model.tables.ExplicitTables} holds them one by one. Two tables are the same when their entries are.
 */
@NullMarked
package io.heddle.model.tables;

import org.jspecify.annotations.NullMarked;
