package io.heddle.scenarios.result;

import java.util.Optional;

/**
 * A fabric of one size.
 *
 * @param fullest its fullest table; empty if it could not be made or nothing has a limit
 */
public record CapacityPoint(int size, boolean fits, Optional<Binding> fullest) {}
