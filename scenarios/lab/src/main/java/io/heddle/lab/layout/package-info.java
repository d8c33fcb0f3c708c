/**
 * Turns a plan into what a Linux kernel is asked for: namespaces, veth pairs, bridges, VXLAN devices, addresses. Pure: it makes text,
 * {@code io.heddle.lab.run} hands it over.
 *
 * <p>The kernel this is written for has no bond, VLAN, VRF and no VLAN-aware bridge. Each is replaced, and each replacement counted
 * as a {@link io.heddle.lab.layout.Substitution}. Interface names that FRR reads are those of the rendering.
 *
 * <p>Not built: LACP itself, and with it what a bond does while it negotiates.
 */
@NullMarked
package io.heddle.lab.layout;

import org.jspecify.annotations.NullMarked;
