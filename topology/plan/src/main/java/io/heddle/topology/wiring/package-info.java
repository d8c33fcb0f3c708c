/**
 * A fabric with its devices numbered, so that planning walks arrays instead of looking up names:
 * {@link io.heddle.topology.wiring.Wiring} (who is cabled to whom) and {@link io.heddle.topology.wiring.Sites} (which rack a device
 * counts to, and its position there). Positions are what addresses and AS numbers are made from.
 */
@NullMarked
package io.heddle.topology.wiring;

import org.jspecify.annotations.NullMarked;
