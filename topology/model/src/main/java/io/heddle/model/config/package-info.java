/**
 * What a router is told: {@link io.heddle.model.config.SwitchConfig} for a switch, {@link io.heddle.model.config.NodeProgram} for a
 * node, {@link io.heddle.model.config.ExternalRouter} for what lies beyond. Together a
 * {@link io.heddle.model.config.NetworkConfig}: the left half of the house's one flow of data.
 *
 * <p>Policies are data here; {@code io.heddle.bgp.policy} evaluates them. A design adds no type: it fills these.
 */
@NullMarked
package io.heddle.model.config;

import org.jspecify.annotations.NullMarked;
