/**
 * The incremental engine: what routes, hosts and configuration change in the tables of switches, as differences, and the tables
 * themselves at any time. {@link io.heddle.evpn.calc.EvpnCalc} serves one switch in the simulator and a whole fabric in the controller.
 *
 * <p>Data flows one way: {@link io.heddle.evpn.calc.Input} → routes by key, local hosts, configuration → import by route target into the
 * VRFs that switches share → small calculators, one a table, that answer for sets of switches → {@link
 * io.heddle.evpn.calc.TableChange differences}, ordered so that they can be carried out one by one: make before break.
 *
 * <p>The rules are those of {@code docs/stable-state.md} section 6; where hosts move, RFC 7432 section 15 decides first. RFC 7432 sections 7.10, 9,
 * 10, 11 and 15; RFC 9135 section 5; RFC 9136 section 4.4.1.
 *
 * <p>A MAC behind an Ethernet segment is used once the segment's type 1 route is there too (RFC 7432 sections 8.2, 8.4, 9.2.2): aliases, backup
 * path and mass withdrawal follow from {@link io.heddle.evpn.vrf.SegmentPaths}; type 4 routes say who forwards floods (8.5, RFC 8584).
 *
 * <p>MACs that two hosts use are found by how often they move between own ports and VTEPs, on each switch for itself, and frozen where the
 * {@link io.heddle.evpn.vrf.DuplicateDetection dialect} says so. The time is an input.
 *
 * <p>Not supported: duplicate addresses, aliasing of routed traffic, overlay indexes of type 5, routes of the default VRF (reachability of VTEPs is an input).
 */
@NullMarked
package io.heddle.evpn.calc;

import org.jspecify.annotations.NullMarked;
