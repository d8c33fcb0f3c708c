/**
 * What a switch can hold and plug in: a row of the device catalogue. A row is one device under one operating system in one
 * forwarding-table profile ({@link io.heddle.model.fabric.ProfileRef}), never a set of independent maxima.
 *
 * <p>Two levels. A {@link io.heddle.model.device.Placement} says which {@link io.heddle.model.device.Resource resources} an entry
 * of a kind takes (a learned /32 may take an {@code ipv4_route} or an {@code ipv4_neighbor}); where that is not known, a profile has
 * several placements. A {@link io.heddle.model.device.Table} is a memory: how many entries of each resource it holds alone, and
 * resources in one table take room from each other.
 *
 * <p>Every number carries its {@link io.heddle.model.device.Evidence}. A limit that nobody published is
 * {@link io.heddle.model.device.Limit.Unknown}, and nothing here turns it into a number. Values come from data files
 * ({@code io.heddle.topology.catalogue}); judging counts against them is the business of {@code io.heddle.model.audit}. Not
 * modelled: limits on the size of one ECMP group, ACLs, and interaction between features beyond shared tables.
 */
@NullMarked
package io.heddle.model.device;

import org.jspecify.annotations.NullMarked;
