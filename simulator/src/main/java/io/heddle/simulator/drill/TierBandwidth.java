package io.heddle.simulator.drill;

import io.heddle.model.net.Bandwidth;

/**
 * What the cables between two tiers can carry.
 *
 * @param name such as {@code leaf to spine}
 * @param lowest while it lasted
 */
public record TierBandwidth(String name, Bandwidth before, Bandwidth lowest, Bandwidth atEnd) {}
